package dev.shopbell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          550 <ann.smith@shop.example> unknown        | 550 <a***@shop.example> unknown
          ann.smith@shop.example, bob@b.example       | a***@shop.example, b***@b.example
          RCPT TO:<小明@shop.example>                   | RCPT TO:<小***@shop.example>
          (ann+tag@shop.example)                      | (a***@shop.example)
          13800138000@qq.example full                 | 1***@qq.example full
          no address here                             | no address here
          a single @ sign                             | a single @ sign
          """)
  void hidesEveryMailbox(String text, String masked) {
    assertThat(Masks.text(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "+8613800138000,+86138****00",
    "13800138000,138****00",
    "to 12025550123 failed,to 120****23 failed",
    "07911 123456 refused,079****56 refused",
    "550 5.1.1 code 421,550 5.1.1 code 421",
  })
  void hidesLongNumbersAndLeavesCodes(String text, String masked) {
    assertThat(Masks.text(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb", "a\nb", "a\0\u0085b", "a\u2028b", "  a\n\n\n\tb\n"})
  void makesOneLine(String text) {
    assertThat(Masks.text(text)).isEqualTo("a b");
  }

  @Test
  void keepsFiveHundredCharactersAndSaysThatThereWereMore() {
    assertThat(Masks.text("x".repeat(500))).isEqualTo("x".repeat(500));
    assertThat(Masks.text("x".repeat(501))).isEqualTo("x".repeat(500) + "…");
  }

  @Test
  void doesNotChangeWhatIsMasked() {
    String once = Masks.text("ann@shop.example and +8613800138000");
    assertThat(Masks.text(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @CsvSource({"ann,a***@shop.example", "a,a***@shop.example", "🍵tea,🍵***@shop.example"})
  void keepsTheFirstCharacterOfALocalPart(String local, String masked) {
    assertThat(Masks.mailbox(local, "shop.example")).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "+8613800138000,+86138****00",
    "+12345678,+123****78",
    "13800138000,138****00",
    "oAbCdEf9f,oAb****9f",
    "abc,a****bc",
    "a,****a",
    "'',****",
  })
  void hidesTheMiddleOfANumber(String number, String masked) {
    assertThat(Masks.digits(number)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 <\"ann smith\"@shop.example>",
        "call +1 202-555-0123",
        "call (202) 555-0123",
        "call 415 555 2671",
        "call +12345678"
      })
  void leavesNoMailboxOrNumberWhole(String text) {
    assertThat(Masks.text(text)).doesNotContain("smith", "0123", "2671", "345678");
  }

  @Test
  void masksBeforeItCuts() {
    assertThat(Masks.text("x".repeat(490) + " ann.smith@shopper.example")).doesNotContain("ann");
    assertThat(Masks.text("a@b ".repeat(10_000))).hasSizeLessThanOrEqualTo(501);
    assertThat(Masks.text(null)).isEmpty();
  }

  @Test
  void leavesCodesOfServersAsTheyAre() {
    assertThat(Masks.text("421 4.7.28 try later")).isEqualTo("421 4.7.28 try later");
    assertThat(Masks.text("550-5.1.10 no such user")).isEqualTo("550-5.1.10 no such user");
  }
}
