package dev.shopbell.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "a, 'a\r\n'",
    "'a\r\n', 'a\r\n'",
    "'a\nb', 'a\r\nb\r\n'",
    "'a\rb\r', 'a\r\nb\r\n'",
    "'\n\n', '\r\n\r\n'",
    "'\r\r\n', '\r\n\r\n'",
    "'.\n..\na.', '..\r\n...\r\na.\r\n'",
    "'a\r.b', 'a\r\n..b\r\n'",
    "'\r\n.\r\n', '\r\n..\r\n'"
  })
  void endsEachLineAndDoublesItsFirstDot(String text, String lines) throws IOException {
    byte[] octets = text.getBytes(ISO_8859_1);
    String regular = lines.replaceAll("(?m)^\\.", "");
    assertThat(Lines.stuffed(Lines.regular(octets))).asString(ISO_8859_1).isEqualTo(lines);
    assertThat(Lines.regular(octets)).asString(ISO_8859_1).isEqualTo(regular);
    assertThat(streamed(octets, 1)).asString(ISO_8859_1).isEqualTo(lines);
    assertThat(streamed(octets, 3)).asString(ISO_8859_1).isEqualTo(lines);
  }

  @Test
  void whatIsLargeGoesThroughWhole() throws IOException {
    byte[] octets = (".x\n" + "y".repeat(30_000) + "\r\nz").getBytes(ISO_8859_1);
    assertThat(streamed(octets, octets.length))
        .asString(ISO_8859_1)
        .isEqualTo("..x\r\n" + "y".repeat(30_000) + "\r\nz\r\n");
  }

  private static byte[] streamed(byte[] octets, int atOnce) throws IOException {
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    try (OutputStream lines = Lines.to(made, true)) {
      for (int i = 0; i < octets.length; i += atOnce) {
        lines.write(octets, i, Math.min(atOnce, octets.length - i));
      }
    }
    return made.toByteArray();
  }
}
