package dev.shopbell.mime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPartTest {
  @ParameterizedTest
  @CsvSource({
    "Hello, 7bit",
    "Grüße aus Köln und noch viel mehr Text, quoted-printable",
    "您的订单已付款, base64",
    "שלום עולם, base64",
    "'a =_ b', quoted-printable",
    "From here on, quoted-printable",
  })
  @Tag("mail-01")
  void goTheShortestWayThatSevenBitsAllow(String text, String encoding) {
    assertThat(encoding(text, false)).isEqualTo(encoding);
  }

  @Test
  @Tag("mail-01")
  void goAsTheyAreWhereTheServerTakesEightBits() {
    assertThat(encoding("您的订单已付款\n", true)).isEqualTo("8bit");
    assertThat(encoding("Hello", true)).isEqualTo("7bit");
    assertThat(encoding("茶".repeat(332), true)).isEqualTo("8bit");
    assertThat(encoding("茶".repeat(333), true)).isEqualTo("base64");
    assertThat(encoding("茶\0", true)).isEqualTo("base64");
    assertThat(encoding("x".repeat(999), true)).isEqualTo("quoted-printable");
    assertThat(encoding("\n\nFrom x 茶 aaaaaaaaaaaaaaaaaaaaaaaaa", true))
        .isEqualTo("quoted-printable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "é", "茶", "x ", " \t", "=", "a\n", "a\r\n", "a\r", "é\n", "From ", ".\n"})
  @Tag("mail-01")
  void arriveAsTheyWereWhateverTheirLength(String piece) throws Exception {
    for (int length = 0; length <= 2_100; length++) {
      assertArrives(piece.repeat(length / piece.length() + 1).substring(0, length));
    }
  }

  @Test
  @Tag("mail-01")
  void arriveAsTheyWereWhateverStandsInThem() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    String[] pieces = {
      "word ", "é", "茶", "🍵", "=", "\n", "\r\n", "\r", " \n", "\t", "From ", "\0", "."
    };
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(0, 400); n > 0; n--) {
        text.append(pieces[random.nextInt(random.nextInt(1, pieces.length + 1))]);
      }
      assertArrives(text.toString());
    }
  }

  private static void assertArrives(String text) throws Exception {
    boolean ascii = text.chars().allMatch(c -> c < 128);
    for (boolean eightBit : ascii ? new boolean[] {false} : new boolean[] {false, true}) {
      String encoding = encoding(text, eightBit);
      byte[] body = body(text, eightBit);
      assertLines(body, encoding);
      InputStream decoded = MimeUtility.decode(new ByteArrayInputStream(body), encoding);
      assertThat(new String(decoded.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(text.replaceAll("\\r\\n|\\r|\\n", "\r\n"));
    }
  }

  private static void assertLines(byte[] body, String encoding) {
    String raw = new String(body, StandardCharsets.ISO_8859_1);
    int longest = encoding.endsWith("bit") ? 998 : 76;
    for (String line : raw.split("\r\n", -1)) {
      if (line.length() > longest || line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0) {
        throw new AssertionError("a line of " + line.length() + " octets in " + encoding);
      }
      boolean odd = line.startsWith("From ") || line.contains("=_");
      boolean spaces = line.endsWith(" ") || line.endsWith("\t");
      if (odd || (spaces && !encoding.endsWith("bit"))) {
        throw new AssertionError(line);
      }
    }
    if (!encoding.equals("8bit") && raw.chars().anyMatch(c -> c > 127)) {
      throw new AssertionError(raw);
    }
  }

  private static String encoding(String text, boolean eightBit) {
    Octets octets = new Octets(64);
    new TextPart("plain", text, eightBit).describe(new Head(octets));
    String head = new String(octets.copy(), StandardCharsets.US_ASCII);
    return head.replaceFirst("(?s).*Encoding: ", "").strip();
  }

  private static byte[] body(String text, boolean eightBit) {
    Assembly assembly = new Assembly(64);
    new TextPart("plain", text, eightBit).writeTo(assembly);
    return assembly.octets().copy();
  }
}
