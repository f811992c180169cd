package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.notice.NoticeType;
import dev.shopbell.store.Brand;
import dev.shopbell.store.Store;
import dev.shopbell.template.EmailContent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** How the stock letters are made. */
class StockLooksTest {
  private static final NoticeType PAID = StockTemplates.types().get("order.paid");

  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#lettersOfEveryKind")
  void theHtmlIsWellFormedAndSaysItsLanguage(NoticeType type, Locale locale, EmailContent letter) {
    var document = Letters.parsed(letter.html());

    assertThat(document.getDocumentElement().getAttribute("lang"))
        .isEqualTo(locale.toLanguageTag());
    assertThat(document.getDocumentElement().getAttribute("dir"))
        .isEqualTo(locale.getLanguage().equals("ar") ? "rtl" : "ltr");
    assertThat(Letters.elements(document, "h1")).hasSize(1);
  }

  @Tag("template-07")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#lettersOfEveryKind")
  void everyImageSaysWhatItIsOrThatItOnlyDecorates(
      NoticeType type, Locale locale, EmailContent letter) {
    assertThat(Letters.elements(Letters.parsed(letter.html()), "img"))
        .allSatisfy(image -> assertThat(image.hasAttribute("alt")).isTrue())
        .allSatisfy(image -> assertThat(image.getAttribute("alt")).isIn("", "山间茶铺"))
        .allSatisfy(image -> assertThat(image.getAttribute("src")).doesNotContain(".svg"));
  }

  @Tag("template-07")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#lettersOfEveryKind")
  void theLooksNeedNoStyleSheet(NoticeType type, Locale locale, EmailContent letter) {
    assertThat(Letters.elements(Letters.parsed(letter.html()), "style")).isEmpty();
    assertThat(letter.html()).doesNotContain("class=", "@media");
  }

  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#lettersOfEveryKind")
  void markupForMailClientsIsJsonWithoutLocalForms(
      NoticeType type, Locale locale, EmailContent letter) {
    for (Element script : Letters.elements(Letters.parsed(letter.html()), "script")) {
      assertThat(script.getAttribute("type")).isEqualTo("application/ld+json");
      assertThat(script.getTextContent().strip())
          .startsWith("{\"@context\":\"http://schema.org\",\"@type\":\"")
          .matches("(?s)[{].*[}]")
          .doesNotContain(",,", ", ,", "[,", ",]", "\"\"", "\u00a5");
    }
  }

  @Tag("template-07")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#lettersOfEveryKind")
  void noTableIsReadOutAsOne(NoticeType type, Locale locale, EmailContent letter) {
    assertThat(Letters.elements(Letters.parsed(letter.html()), "table"))
        .allSatisfy(table -> assertThat(table.getAttribute("role")).isEqualTo("presentation"));
  }

  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#lettersOfEveryKind")
  void everyLinkIsSecureOrWritesToTheShop(NoticeType type, Locale locale, EmailContent letter) {
    assertThat(Letters.elements(Letters.parsed(letter.html()), "a"))
        .extracting(link -> link.getAttribute("href"))
        .allSatisfy(link -> assertThat(link).matches("https://.+|mailto:hello@shop.example"));
  }

  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#lettersOfEveryKind")
  void aLetterStaysFarBelowWhereGmailCutsIt(NoticeType type, Locale locale, EmailContent letter) {
    assertThat(letter.html().getBytes(StandardCharsets.UTF_8).length).isLessThan(25_000);
  }

  @Tag("template-07")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#lettersOfEveryKind")
  void everyTextStandsOutFromWhatItIsOn(NoticeType type, Locale locale, EmailContent letter) {
    for (Element element : Letters.elements(Letters.parsed(letter.html()), "*")) {
      String colour = Letters.style(element, "color");
      if (colour.startsWith("#")) {
        assertThat(Accent.contrast(colour, Letters.background(element)))
            .as(element.getTagName() + " " + element.getAttribute("style"))
            .isGreaterThanOrEqualTo(4.5);
      } else {
        assertThat(colour).isIn("", "inherit");
      }
    }
  }

  @Tag("template-07")
  @Test
  void theBrandsLinksStandInTheFooter() {
    Brand.Link link = new Brand.Link("Visit & taste", URI.create("https://shop.example/visit"));
    Store store = Letters.store("Tea", Brand.PLAIN.links(link));
    EmailContent letter =
        Letters.letter(store, PAID, Letters.ENGLISH, Letters.sample(PAID, Letters.ENGLISH));

    assertThat(letter.html()).contains("href=\"https://shop.example/visit\"", "Visit &amp; taste");
  }

  @Tag("template-07")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#lettersOfEveryKind")
  void aLetterIsSetForTheOutlookFamilyAndBothSchemes(
      NoticeType type, Locale locale, EmailContent letter) {
    assertThat(letter.html())
        .contains("<!--[if mso]><table role=\"presentation\" width=\"600\"")
        .contains("<meta name=\"color-scheme\" content=\"light dark\"/>")
        .contains("max-width:600px");
    assertThat(letter.html().contains("<v:rect"))
        .isEqualTo(letter.html().contains("mso-hide:all\"><a href="));
  }
}
