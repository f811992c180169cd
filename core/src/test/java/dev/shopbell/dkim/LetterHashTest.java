package dev.shopbell.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterHashTest {
  @ParameterizedTest
  @CsvSource({
    "' C |D \t E|||', ' C|D E|'",
    "'a', 'a|'",
    "'a|', 'a|'",
    "'a||', 'a|'",
    "'||a', '||a|'",
    "'a||b', 'a||b|'",
    "' \t |', ''",
    "'|||', ''",
    "'', ''",
    "'a  ', 'a|'",
    "'\ta', ' a|'",
  })
  @Tag("mail-04")
  void drawsWhiteSpaceTogetherAndDropsItAtTheEnds(String body, String canonical) throws Exception {
    assertThat(hash(body.replace("|", "\r\n"), 1))
        .isEqualTo(sha256(canonical.replace("|", "\r\n")));
  }

  @Test
  @Tag("mail-04")
  void isThatOfTheStandardForAnEmptyBody() throws Exception {
    assertThat(hash("", 1)).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  }

  @Test
  @Tag("mail-04")
  void doesNotDependOnThePiecesThatItIsGiven() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    String[] pieces = {"word", " ", "\t", "\r\n", "茶", "  ", ".", "\u0001"};
    for (int i = 0; i < 300; i++) {
      StringBuilder body = new StringBuilder();
      for (int n = random.nextInt(0, 6_000); n > 0; n--) {
        body.append(pieces[random.nextInt(pieces.length)]);
      }
      String whole = hash(body.toString(), Integer.MAX_VALUE);
      assertThat(hash(body.toString(), random.nextInt(1, 50))).isEqualTo(whole);
      assertThat(whole).isEqualTo(sha256(relaxed(body.toString())));
    }
  }

  private static String relaxed(String body) {
    String lines = body.replaceAll("[ \\t]+", " ").replace(" \r\n", "\r\n").replaceAll(" $", "");
    String cut = lines.replaceAll("(\\r\\n)+$", "");
    return cut.isEmpty() ? "" : cut + "\r\n";
  }

  private static String hash(String body, int piece) {
    byte[] letter = ("A: 1\r\nB: 2\r\n 3\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
    LetterHash hash = new LetterHash();
    for (int i = 0; i < letter.length; i += Math.min(piece, letter.length)) {
      hash.write(letter, i, Math.min(piece, letter.length - i));
    }
    assertThat(new String(hash.head(), StandardCharsets.US_ASCII))
        .isEqualTo("A: 1\r\nB: 2\r\n 3\r\n\r\n");
    return Base64.getEncoder().encodeToString(hash.bodyHash());
  }

  private static String sha256(String text) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(hash);
  }
}
