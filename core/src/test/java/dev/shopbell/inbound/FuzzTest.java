package dev.shopbell.inbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, there is an answer, and no more is kept than is looked at. */
@Tag("mail-06")
@Timeout(120)
class FuzzTest {
  private static final long HUGE = 100L << 20;
  private static final List<String> KINDS =
      List.of("bounce", "delayed", "complaint", "auto-reply", "unsubscribe", "reply", "other");

  static Stream<String> shapes() {
    return ShapesTest.shapes();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void answersWhateverIsCutOff(String shape) throws IOException {
    byte[] raw = ShapesTest.bytes(shape);
    for (int end = 0; end < raw.length; end += 61) {
      assertThat(kind(Arrays.copyOf(raw, end))).isIn(KINDS);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void answersWhateverIsGarbled(String shape) throws IOException {
    byte[] raw = ShapesTest.bytes(shape);
    Random random = new Random(20261122);
    for (int round = 0; round < 20; round++) {
      byte[] garbled = raw.clone();
      for (int i = 0; i < 1 + raw.length / 100; i++) {
        garbled[random.nextInt(raw.length)] = (byte) random.nextInt(256);
      }
      assertThat(kind(garbled)).isIn(KINDS);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void answersWhateverTheCharsetIsCalled(String shape) throws IOException {
    String raw = new String(ShapesTest.bytes(shape), ISO_8859_1);
    for (String name : List.of("nonsense", "utf-16", "x-user-defined", "big5", "", "\"")) {
      String wrong = raw.replaceAll("(?i)charset=\"?[\\w-]+\"?", "charset=" + name);
      assertThat(kind(wrong.getBytes(ISO_8859_1))).isIn(KINDS);
    }
  }

  @Test
  void answersRandomBytes() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      byte[] bytes = new byte[random.nextInt(5_000)];
      random.nextBytes(bytes);
      assertThat(kind(bytes)).isIn(KINDS);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\r\n\r\n",
        "Subject: no body",
        "no header at all",
        "From:\nTo:\n\n",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=\n\n--\n",
        "Content-Type: multipart/mixed\n\n--\n--\n----\n",
        "Content-Type: message/rfc822\n\nContent-Type: message/rfc822\n\n",
        "Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822;\nAction:\n",
        "Content-Type: ;;;\nContent-Transfer-Encoding: x-none\nFrom: <>\n\n=?utf-8?B?"
      })
  void answersWhatHasNoBody(String raw) {
    assertThat(kind(raw.getBytes(UTF_8))).isIn(KINDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/mixed", "multipart/report", "message/rfc822"})
  void answersWhatIsNestedTwoHundredDeep(String type) {
    StringBuilder raw = new StringBuilder("From: <>\nMIME-Version: 1.0\n");
    for (int depth = 0; depth < 200; depth++) {
      raw.append("Content-Type: " + type + "; boundary=b" + depth + "\n\n");
      raw.append(type.startsWith("multi") ? "--b" + depth + "\n" : "");
    }
    raw.append("Content-Type: text/plain\n\ntext\n");

    assertThat(kind(raw.toString().getBytes(UTF_8))).isIn(KINDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\n", "a@b ", "--b\n", "(", "> ", "=?"})
  void readsAHundredMegabytesOfAnythingAndKeepsOne(String filling) throws IOException {
    String head =
        "From: MAILER-DAEMON@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n";

    byte[] kept = Intake.read(huge(head, filling));

    assertThat(kept.length).isBetween(1, Intake.MOST);
    assertThat(kind(kept)).isIn(KINDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-A: b\n", "To: a@b.example\n", "\u00e9"})
  void readsAHundredMegabytesOfHeaders(String filling) throws IOException {
    assertThat(InboundMail.read(huge("", filling), Envelope.UNKNOWN).verdict().kind()).isIn(KINDS);
  }

  @Test
  void findsWhatStandsBehindAHugeAttachment() throws IOException {
    String head =
        """
        From: ann@shopper.example
        Subject: Re: Your order
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: image/jpeg

        """;
    String tail = "\n--b\nContent-Type: text/plain\n\nHere is the photo.\n--b--\n";
    InputStream raw =
        new SequenceInputStream(
            huge(head, "0123456789abcdef\n"), new ByteArrayInputStream(tail.getBytes(UTF_8)));

    Verdict verdict = InboundMail.read(raw, Envelope.UNKNOWN).verdict();

    assertThat(verdict).isInstanceOf(Verdict.Reply.class);
    assertThat(((Verdict.Reply) verdict).text().own()).isEqualTo("Here is the photo.");
  }

  private static String kind(byte[] raw) {
    return InboundMail.read(raw).verdict().kind();
  }

  /** That head, and the filling again and again; nothing of it is ever in memory at once. */
  private static InputStream huge(String head, String filling) {
    byte[] bytes = filling.repeat(8_000).getBytes(ISO_8859_1);
    return new SequenceInputStream(
        new ByteArrayInputStream(head.getBytes(UTF_8)),
        new InputStream() {
          private long given;

          @Override
          public int read() {
            return given >= HUGE ? -1 : bytes[(int) (given++ % bytes.length)] & 0xff;
          }

          @Override
          public int read(byte[] into, int from, int most) {
            if (given >= HUGE) {
              return -1;
            }
            int at = (int) (given % bytes.length);
            int count = Math.min(most, bytes.length - at);
            System.arraycopy(bytes, at, into, from, count);
            given += count;
            return count;
          }
        });
  }
}
