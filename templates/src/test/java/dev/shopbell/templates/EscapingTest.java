package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EscapingTest {
  static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of("A\r\nBcc: x", "A Bcc: x"),
        Arguments.of("A\n\n\r\t\u0000\u0085B", "A B"),
        Arguments.of("A\u2028\u2029B", "A B"),
        Arguments.of("A \nB", "A B"),
        Arguments.of("<b> & \"q\"", "<b> & \"q\""));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("A\r\nB\rC\u2028D\u0085E", "A\nB\nC\nD\nE"),
        Arguments.of("A\u0000\u0007\u001bB", "AB"),
        Arguments.of("A\tB", "A B"),
        Arguments.of("<b> & \"q\"", "<b> & \"q\""));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineStaysOneLine(String value, String written) {
    assertThat(Escaping.LINE.apply(value)).isEqualTo(written);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textKeepsItsLinesAndNoOtherControlCharacter(String value, String written) {
    assertThat(Escaping.TEXT.apply(value)).isEqualTo(written);
  }

  @Test
  void htmlHasNothingLeftToOpenATagOrEndAnAttribute() {
    assertThat(Escaping.HTML.apply("<a href=\"x\" title='y'>&amp;"))
        .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;");
  }

  @ParameterizedTest
  @EnumSource
  void halfASurrogatePairIsReplaced(Escaping escaping) {
    assertThat(escaping.apply("a\ud83db\udf75c")).isEqualTo("a\ufffdb\ufffdc");
    assertThat(escaping.apply("\ud83c")).isEqualTo("\ufffd");
    assertThat(escaping.apply("\uffff")).isEqualTo("\ufffd");
  }

  @ParameterizedTest
  @EnumSource
  void everyScriptAndEmojiStays(Escaping escaping) {
    String value = "茶 🍵 👩‍👩‍👧 שלום مرحبا ñ ก็";

    assertThat(escaping.apply(value)).isEqualTo(value);
  }

  @ParameterizedTest
  @EnumSource
  void whatReordersTheTextAroundIsDropped(Escaping escaping) {
    assertThat(escaping.apply("a\u202eb\u202c\u2066c\u2069")).isEqualTo("abc");
    assertThat(escaping.apply("a\u200fb")).isEqualTo("a\u200fb");
  }
}
