package dev.shopbell.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @ParameterizedTest
  @CsvSource({
    "+8613800138000,+8613800138000",
    "+86 138-0013-8000,+8613800138000",
    "' +1 (202) 555.0123 ',+12025550123",
    "+12345678,+12345678",
    "+123456789012345,+123456789012345",
  })
  void readsANumberAsPeopleWriteIt(String written, String value) {
    assertThat(PhoneNumber.of(written).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13800138000",
        "008613800138000",
        "+0138001380",
        "+1234567",
        "+1234567890123456",
        "+86138001380x",
        "++8613800138000",
        "+86138+00138000",
        "＋8613800138000",
        "+٨٦١٣٨٠٠١٣٨",
        "+861380013\08000",
        "",
        "call me",
      })
  void refusesWhatIsNotInternationalAndSaysTheForm(String written) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhoneNumber.of(written))
        .withMessageStartingWith("phone number ")
        .withMessageEndingWith(
            " is not in international form: write + and the country code before it, 8 to 15 digits"
                + " in all");
  }

  @Test
  void hidesTheNumberInARefusal() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhoneNumber.of("13800138000"))
        .withMessageStartingWith("phone number 138****00 is not")
        .withMessageNotContaining("138000");
  }

  @Test
  void takesNoPunctuationInItsOwnForm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PhoneNumber("+86 13800138000"))
        .withMessageStartingWith("phone number +86138****00 is not");
  }

  @Test
  void printsMasked() {
    assertThat(PhoneNumber.of("+8613800138000")).hasToString("+86138****00");
    assertThat(PhoneNumber.of("+12345678")).hasToString("+123****78");
  }
}
