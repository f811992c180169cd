package dev.shopbell.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
  private static final String LABEL = "a".repeat(63);

  @ParameterizedTest
  @CsvSource({
    "shop.example,shop.example",
    "SHOP.Example,shop.example",
    "MAIL.SHIPPING.EXAMPLE,mail.shipping.example",
    "' shop.example ',shop.example",
    "shop.example.,shop.example",
    "中文.example,xn--fiq228c.example",
    "XN--FIQ228C.example,xn--fiq228c.example",
    "中文。example,xn--fiq228c.example",
    "shop．example｡,shop.example",
    "ｓｈｏｐ.example,shop.example",
    "BÜCHER.example,xn--bcher-kva.example",
    "a-b.c1.example,a-b.c1.example",
    "3com.example,3com.example",
    "中文shop.example,xn--shop-zf5fy05j.example",
    "お茶カフェshop.example,xn--shop-z63cmv1a05ax856d.example",
    "почта1.example,xn--1-7sb5bdq3a.example",
  })
  void readsADomainAsPeopleWriteIt(String written, String value) {
    assertThat(DomainName.of(written).value()).isEqualTo(value);
  }

  @Test
  void isTheSameHoweverItWasWritten() {
    assertThat(DomainName.of("中文.example"))
        .isEqualTo(DomainName.of("XN--FIQ228C.EXAMPLE."))
        .hasToString("xn--fiq228c.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          localhost            | give two to 127 labels, 253 characters in all, as in shop.example
          ''                   | give two to 127 labels, 253 characters in all, as in shop.example
          .                    | give two to 127 labels, 253 characters in all, as in shop.example
          192.0.2.1            | this is an IP address; give the domain's name
          shop.example:25      | the label "example:25" is not letters, digits and hyphens
          my_shop.example      | the label "my_shop" is not letters, digits and hyphens
          -shop.example        | the label "-shop" is not letters, digits and hyphens
          shop-.example        | the label "shop-" is not letters, digits and hyphens
          my shop.example      | the label "my shop" is not letters, digits and hyphens
          shop..example        | a label is empty, too long or holds a character that no domain may have
          shop.example..       | a label is empty, too long or holds a character that no domain may have
          http://shop.example  | give the domain alone, as in shop.example
          shop.example/path    | give the domain alone, as in shop.example
          ann@shop.example     | give the domain alone, as in shop.example
          """)
  void saysWhatIsWrongInWhatIsNoDomain(String written, String remedy) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DomainName.of(written))
        .withMessageStartingWith("domain \"")
        .withMessageEndingWith("\" is not valid: " + remedy);
  }

  /** The first letter is Cyrillic, then Greek, then in the second label. */
  @ParameterizedTest
  @CsvSource({
    "\u0430nnstea.example,\u0430nnstea",
    "\u03BFlive.example,\u03BFlive",
    "tea.ex\u0430mple,ex\u0430mple",
    "a.\u0431\u03B2\u3002example,\u0431\u03B2"
  })
  void refusesLettersThatLookAlikeInSeveralScripts(String written, String label) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DomainName.of(written))
        .withMessageEndingWith(
            "the label \"%s\" mixes letters that look alike in several scripts; type it again in one",
            label);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[192.0.2.1]", "[::1]", "::1"})
  void refusesAddressLiterals(String written) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DomainName.of(written))
        .withMessageStartingWith("domain \"" + written + "\" is not valid: ");
  }

  @Test
  void takesLabelsOf63CharactersAndDomainsOf253() {
    String longest = String.join(".", LABEL, LABEL, LABEL, "a".repeat(61));

    assertThat(DomainName.of(longest).value()).hasSize(253).isEqualTo(longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DomainName.of(longest + "a"))
        .withMessageEndingWith("give two to 127 labels, 253 characters in all, as in shop.example");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DomainName.of("a" + LABEL + ".example"))
        .withMessageEndingWith(
            "a label is empty, too long or holds a character that no domain may have");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DomainName.of("a.".repeat(100_000) + "example"))
        .withMessageEndingWith("give the domain alone, as in shop.example");
  }

  @Test
  void showsARefusedDomainShortenedAndWithoutControlCharacters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DomainName.of("shop.example\r\nBcc: x"))
        .withMessageStartingWith("domain \"shop.example\uFFFD\uFFFDbcc: x\" is not valid");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DomainName.of("x".repeat(64) + ".example"))
        .withMessageStartingWith("domain \"" + "x".repeat(60) + "…\" is not valid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shop.example", "中文.example", "shop.example.", " shop.example"})
  void holdsNothingButALabels(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new DomainName(value));
  }

  @ParameterizedTest
  @CsvSource({
    "shop.example,shop.example,true",
    "mail.shop.example,shop.example,true",
    "a.b.shop.example,shop.example,true",
    "myshop.example,shop.example,false",
    "shop.example,mail.shop.example,false",
    "shop.example.net,shop.example,false",
  })
  void isWithinItselfAndWhatItLiesBelow(String domain, String other, boolean within) {
    assertThat(DomainName.of(domain).isWithin(DomainName.of(other))).isEqualTo(within);
  }

  @RepeatedTest(20)
  void eitherReadsTextOrRefusesItAndReadsItsOwnFormBack(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    int read = 0;
    for (int i = 0; i < 2_000; i++) {
      String text = someText(random);
      try {
        DomainName domain = DomainName.of(text);
        assertThat(domain.value()).matches("[a-z0-9.-]{3,253}");
        assertThat(DomainName.of(domain.value())).isEqualTo(domain);
        read++;
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageStartingWith("domain \"").hasMessageContaining("is not valid: ");
      }
    }
    assertThat(read).isPositive();
  }

  private static String someText(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(14);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(
          switch (random.nextInt(7)) {
            case 0 -> random.nextInt(0x110000);
            case 1 -> ".。．｡-".codePointAt(random.nextInt(5));
            case 2 -> random.nextInt(0x600, 0x700);
            case 3 -> random.nextInt(0x200B, 0x2010);
            default -> random.nextInt('a', 'z' + 1);
          });
    }
    return text.toString();
  }
}
