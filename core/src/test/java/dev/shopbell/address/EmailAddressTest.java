package dev.shopbell.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  private static final String QUOTE_IT =
      "before the @ write letters, digits and !#$%&'*+-/=?^_`{|}~ with single dots, or quote it";
  private static final DomainName SHOP = DomainName.of("shop.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "ann",
        "Ann.Smith",
        "ann+tag",
        "!#$%&'*+-/=?^_`{|}~",
        "\"ann smith\"",
        "\"ann@home\"",
        "\"a,b<c>(d)\"",
        "\"say \\\"hi\\\"\"",
        "\"\"",
        "小店",
        "josé.núñez",
        "\"小 店\"",
        "🍵",
      })
  void takesEveryLocalPartThatAMailboxMayHave(String local) {
    EmailAddress address = EmailAddress.of(local + "@shop.example");

    assertThat(address.local()).isEqualTo(local);
    assertThat(address.domain()).isEqualTo(SHOP);
    assertThat(address.value()).isEqualTo(local + "@shop.example");
  }

  @ParameterizedTest
  @CsvSource({
    "ann@SHOP.example,ann@shop.example",
    "ann@shop.example.,ann@shop.example",
    "' ann@shop.example\t',ann@shop.example",
    "ANN@中文.example,ANN@xn--fiq228c.example",
    "ann@shop。example,ann@shop.example",
  })
  void readsAMailboxAsPeopleWriteIt(String written, String value) {
    assertThat(EmailAddress.of(written).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.",
        ".a",
        "a..b",
        "ann smith",
        "ann,bob",
        "mailto:ann",
        "<ann",
        "ann(home)",
        "ann\\",
        "ann@home",
        "\"ann",
        "ann\"",
        "\"a\"b\"",
        "\"a\\\"",
      })
  void refusesALocalPartThatWouldHaveToBeQuoted(String local) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmailAddress.of(local + "@shop.example"))
        .withMessage(
            "mail address \"%s***@shop.example\" is not valid: %s", local.charAt(0), QUOTE_IT);
  }

  @ParameterizedTest
  @CsvSource({
    "Ann Smith <ann.smith@shop.example>,A***",
    "<ann.smith@shop.example>,<***",
    "ann.smith,a***",
    "'',***",
  })
  void asksForAMailboxAloneWhereAnotherThingWasPasted(String pasted, String shown) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmailAddress.of(pasted))
        .withMessage(
            "mail address \"%s\" is not valid: write it as name@domain, without a display name or"
                + " angle brackets",
            shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\0", "\u0085", "\u2028", "\uD83C"})
  void refusesWhatCouldBreakAHeader(String bad) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmailAddress.of("ann.smith" + bad + "@shop.example"))
        .withMessage(
            "mail address \"a***@shop.example\" is not valid: a line break, an invisible character or"
                + " a lone surrogate stands in it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmailAddress.of("\"ann.smith" + bad + "\"@shop.example"))
        .withMessageNotContaining("nn.smith");
  }

  @Test
  void saysWhenNothingStandsBeforeTheSign() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmailAddress.of("@shop.example"))
        .withMessage(
            "mail address \"***@shop.example\" is not valid: give 1 to 64 characters before the @");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00A0", "\u200B", "\uFEFF", "\u3000"})
  void dropsWhatAPasteBringsAroundAMailboxAndRefusesItInside(String invisible) {
    assertThat(EmailAddress.of(invisible + "ann@shop.example" + invisible).value())
        .isEqualTo("ann@shop.example");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmailAddress.of("a" + invisible + "nn@shop.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@shop.example (Ann Smith, +8613800138000)",
        "ann@shop.example; Bob Jones",
        "ann smith\nprivate words",
        "ann@fa\u00DF.example"
      })
  void refusesMoreThanAMailboxWithoutRepeatingIt(String pasted) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmailAddress.of(pasted))
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .doesNotContain("Smith", "Jones", "138001", "private", "nn@"));
  }

  @Test
  void takesLocalPartsOf64CharactersAndMailboxesOf254() {
    String local = "a".repeat(64);
    String label = "b".repeat(63);
    String longest = String.join(".", label, label, "b".repeat(61));

    assertThat(EmailAddress.of(local + "@" + longest).value()).hasSize(254);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmailAddress.of(local + "@" + longest + "b"))
        .withMessageEndingWith("it has more than 254 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmailAddress.of("a" + local + "@shop.example"))
        .withMessage(
            "mail address \"a***@shop.example\" is not valid: give 1 to 64 characters before the @");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann.smith@", "ann.smith@localhost", "ann.smith@192.0.2.1"})
  void saysWhatIsWrongWithTheDomainWithoutTheLocalPart(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmailAddress.of(text))
        .withMessageStartingWith("domain \"")
        .withMessageNotContaining("ann");
  }

  @Test
  void showsOfSeveralMailboxesNeitherInFull() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmailAddress.of("ann.smith@a.example, bob.jones@b.example"))
        .withMessage("mail address \"a***@b.example\" is not valid: " + QUOTE_IT);
  }

  @Test
  void tellsMailboxesApartByCaseBeforeTheSignAlone() {
    assertThat(EmailAddress.of("Ann@shop.example"))
        .isNotEqualTo(EmailAddress.of("ann@shop.example"));
    assertThat(EmailAddress.of("ann@SHOP.example")).isEqualTo(EmailAddress.of("ann@shop.example"));
  }

  @ParameterizedTest
  @CsvSource({"ann@中文.example,true", "小店@shop.example,false", "é@shop.example,false"})
  void saysWhetherAnyServerCanCarryIt(String address, boolean ascii) {
    assertThat(EmailAddress.of(address).isAscii()).isEqualTo(ascii);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "noreply",
        "no-reply",
        "No_Reply",
        "NO.REPLY",
        "not-reply",
        "donotreply",
        "do-not-reply",
        "do_not_reply",
        "do.not.reply",
        "dont-reply",
        "neverreply",
        "noreply+orders",
        "noreply-shop",
        "no-reply.cn",
      })
  void knowsTheUsualWaysToSayThatNobodyReads(String local) {
    assertThat(new EmailAddress(local, SHOP).isNoReply()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"reply", "ann", "noreplyann", "casinoreply", "nora.reply", "notify", "info"})
  void takesOtherMailboxesToBeRead(String local) {
    assertThat(new EmailAddress(local, SHOP).isNoReply()).isFalse();
  }

  @Test
  void printsMasked() {
    assertThat(EmailAddress.of("ann.smith@shop.example")).hasToString("a***@shop.example");
    assertThat(EmailAddress.of("🍵tea@shop.example")).hasToString("🍵***@shop.example");
  }
}
