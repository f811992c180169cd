package dev.shopbell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "小店 🍵", " a ", "\u202Eabc", "a\u00A0b"})
  void takesOneLineInAnyScript(String value) {
    assertThat(Text.line("name", value, 10)).isSameAs(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000", "\n"})
  void refusesABlankLineAndSaysHowLongOneIs(String blank) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Text.line("name", blank, 10))
        .withMessage("name is blank: give 1 to 10 characters");
  }

  @Test
  void takesTheLongestAndRefusesOneMore() {
    assertThat(Text.line("name", "x".repeat(10), 10)).hasSize(10);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Text.line("name", "x".repeat(11), 10))
        .withMessage("name has 11 characters: at most 10 are allowed");
  }

  @Test
  void namesTheCharacterAndItsPlaceButNotTheValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Text.line("name", "private\nwords", 20))
        .withMessage(
            "name holds U+000A at index 7: line breaks, control characters and lone surrogates"
                + " are not allowed here");
  }

  @Test
  void takesAnEmptyLineWhereItIsOptional() {
    assertThat(Text.optionalLine("name", "", 10)).isEmpty();
  }

  @Test
  void namesAValueThatIsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> Text.line("name", nothing(), 10))
        .withMessage("name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab\r",
        "ab\n",
        "ab\0",
        "ab\t",
        "ab\u001F",
        "ab\u007F",
        "ab\u0085",
        "ab\u2028",
        "ab\u2029",
        "ab\uD83C",
        "ab\uDF75",
        "ab\uD83Cx"
      })
  void findsWhatCannotStandInALine(String value) {
    assertThat(Text.firstBreak(value)).isEqualTo(2);
  }

  @Test
  void countsASurrogatePairAsVisible() {
    assertThat(Text.firstBreak("🍵🍵")).isEqualTo(-1);
    assertThat(Text.firstBreak("🍵\n")).isEqualTo(2);
  }

  @Test
  void quotesShortenedAndWithoutControlCharacters() {
    assertThat(Text.quoted("a\r\nb\u2028c")).isEqualTo("\"a\uFFFD\uFFFDb\uFFFDc\"");
    assertThat(Text.quoted("x".repeat(60))).isEqualTo('"' + "x".repeat(60) + '"');
    assertThat(Text.quoted("x".repeat(61))).isEqualTo('"' + "x".repeat(60) + "…\"");
  }

  @SuppressWarnings("NullAway")
  private static String nothing() {
    return null;
  }
}
