package dev.shopbell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.EmailAddress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedAddressTest {
  private static final EmailAddress MAILBOX = EmailAddress.of("orders@shop.example");

  @ParameterizedTest
  @ValueSource(
      strings = {"Ann's Tea", "安的茶 🍵", "שלום, \"עולם\"", "a,b;c:<d>@(e)\\", "=?x?=", "\u202Ex"})
  void takesANameInAnyScript(String name) {
    assertThat(new NamedAddress(name, MAILBOX).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\n", "\0", "\t", "\u0085", "\u2028", "\u2029", "\uD83C"})
  @Tag("sender-02")
  void refusesALineBreakInAName(String bad) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NamedAddress("Shop" + bad + "Bcc: x@evil.example", MAILBOX))
        .withMessage(
            "sender name holds U+%04X at index 4: line breaks, control characters and lone"
                + " surrogates are not allowed here",
            (int) bad.charAt(0));
  }

  @Test
  void refusesANameThatIsBlankOrTooLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NamedAddress("\u3000", MAILBOX))
        .withMessage("sender name is blank: give 1 to 100 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NamedAddress("x".repeat(101), MAILBOX))
        .withMessage("sender name has 101 characters: at most 100 are allowed");
    assertThat(new NamedAddress("x".repeat(100), MAILBOX).name()).hasSize(100);
  }

  @Test
  void printsTheNameAndTheMailboxMasked() {
    assertThat(new NamedAddress("Ann's Tea", MAILBOX)).hasToString("Ann's Tea <o***@shop.example>");
  }
}
