package dev.shopbell.templates.mustache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EncoderTest {
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

  private static String applied(Encoder encoder, String value) {
    StringSink string = new StringSink(100_000, false);
    Utf8Sink bytes = new Utf8Sink(100_000);
    encoder.text(value, string);
    encoder.text(value, bytes);
    assertThat(new String(bytes.bytes(), StandardCharsets.UTF_8)).isEqualTo(string.string());
    return string.string();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineStaysOneLine(String value, String written) {
    assertThat(applied(Encoder.LINE, value)).isEqualTo(written);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textKeepsItsLinesAndNoOtherControlCharacter(String value, String written) {
    assertThat(applied(Encoder.TEXT, value)).isEqualTo(written);
  }

  @Test
  void htmlHasNothingLeftToOpenATagOrEndAnAttribute() {
    assertThat(applied(Encoder.HTML, "<a href=\"x\" title='y'>&amp;"))
        .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;");
  }

  @ParameterizedTest
  @EnumSource(
      value = Encoder.class,
      names = {"LINE", "TEXT", "HTML"})
  void halfASurrogatePairIsReplaced(Encoder escaping) {
    assertThat(applied(escaping, "a\ud83db\udf75c")).isEqualTo("a\ufffdb\ufffdc");
    assertThat(applied(escaping, "\ud83c")).isEqualTo("\ufffd");
    assertThat(applied(escaping, "\uffff")).isEqualTo("\ufffd");
  }

  @ParameterizedTest
  @EnumSource(
      value = Encoder.class,
      names = {"LINE", "TEXT", "HTML"})
  void everyScriptAndEmojiStays(Encoder escaping) {
    String value = "茶 🍵 👩‍👩‍👧 שלום مرحبا ñ ก็";

    assertThat(applied(escaping, value)).isEqualTo(value);
  }

  @ParameterizedTest
  @EnumSource(
      value = Encoder.class,
      names = {"LINE", "TEXT", "HTML"})
  void whatReordersTheTextAroundIsDropped(Encoder escaping) {
    assertThat(applied(escaping, "a\u202eb\u202c\u2066c\u2069")).isEqualTo("abc");
    assertThat(applied(escaping, "a\u200fb")).isEqualTo("a\u200fb");
  }
}
