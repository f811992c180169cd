package dev.shopbell.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shopbell.transport.Attachment;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnclosuresTest {
  private static final Session SESSION = Session.getInstance(new Properties());
  private static final OutboundEmail LETTER =
      SampleLetters.letter(SampleLetters.content("Your bill", "Here it is: 茶"));

  @Test
  @Tag("mail-01")
  void standBehindTheWordsAndInsideTheHtml() throws Exception {
    byte[] logo = random(3_000);
    byte[] bill = random(70_000);
    MimeMultipart mixed =
        parts(
            read(
                LETTER.with(
                    List.of(
                        Attachment.of("bill.pdf", "application/pdf", bill),
                        Attachment.of("logo.png", "image/png", logo).inline("logo@shop")))));

    assertThat(mixed.getContentType()).startsWith("multipart/mixed;");
    assertThat(mixed.getCount()).isEqualTo(2);
    MimeMultipart alternative = parts(mixed.getBodyPart(0));
    assertThat(alternative.getContentType()).startsWith("multipart/alternative;");
    assertThat(alternative.getBodyPart(0).getContent()).isEqualTo("Here it is: 茶");
    MimeMultipart related = parts(alternative.getBodyPart(1));
    assertThat(related.getContentType()).startsWith("multipart/related; type=\"text/html\"");
    assertThat(related.getBodyPart(0).getContent().toString()).contains("Here it is: 茶");
    MimeBodyPart image = (MimeBodyPart) related.getBodyPart(1);
    assertThat(image.getContentID()).isEqualTo("<logo@shop>");
    assertThat(image.getDisposition()).isEqualTo("inline");
    assertThat(image.getInputStream().readAllBytes()).isEqualTo(logo);
    MimeBodyPart file = (MimeBodyPart) mixed.getBodyPart(1);
    assertThat(file.getFileName()).isEqualTo("bill.pdf");
    assertThat(file.getDisposition()).isEqualTo("attachment");
    assertThat(file.getInputStream().readAllBytes()).isEqualTo(bill);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.pdf",
        "a \"b\" \\ c; d=e.pdf",
        "发票 2026年11月.pdf",
        "=?UTF-8?Q?x?=.pdf",
        "👩\u200D👩\u200D👧.png",
        "two  spaces .txt",
        "it's 100%*'.txt",
      })
  @Tag("mail-01")
  void keepTheirNamesInAnyScript(String name) throws Exception {
    assertThat(nameOf(name)).isEqualTo(name);
    String longer = (name + " ").repeat(255).substring(0, 250).strip() + ".z";
    assertThat(nameOf(longer.replaceAll("[\\uD800-\\uDBFF]\\.z$", ".z")))
        .isEqualTo(longer.replaceAll("[\\uD800-\\uDBFF]\\.z$", ".z"));
  }

  private static String nameOf(String name) throws Exception {
    OutboundEmail letter =
        LETTER.with(List.of(Attachment.of(name, "text/csv; charset=utf-8", new byte[] {1})));
    String raw = new String(Letters.bytes(letter), StandardCharsets.US_ASCII);
    assertThat(raw.split("\r\n", -1)).allMatch(line -> line.length() <= 78);
    MimeBodyPart file = (MimeBodyPart) parts(read(letter)).getBodyPart(1);
    assertThat(file.getContentType()).startsWith("text/csv; charset=utf-8;");
    return file.getFileName();
  }

  @Test
  @Tag("mail-01")
  void arriveAsTheyWereWhateverTheirLength() throws Exception {
    for (int length = 0; length < 300; length++) {
      assertArrives(length);
    }
    for (int length : new int[] {7_295, 7_296, 7_297, 14_592, 14_593, 100_000}) {
      assertArrives(length);
    }
  }

  private static void assertArrives(int length) throws Exception {
    byte[] octets = random(length);
    OutboundEmail letter =
        LETTER.with(List.of(Attachment.of("a.bin", "application/octet-stream", octets)));
    assertThat(Letters.wire(letter, false).size()).isEqualTo(Letters.bytes(letter).length);
    Part file = parts(read(letter)).getBodyPart(1);
    assertThat(file.getInputStream().readAllBytes()).isEqualTo(octets);
  }

  @Test
  void areStreamedAndNeverHeldAsAWhole() throws Exception {
    Endless large = new Endless(60L << 20);
    WireLetter letter =
        Letters.wire(LETTER.with(List.of(new Attachment("a", "a/b", "", large))), true);
    Largest out = new Largest();
    letter.writeTo(out);

    assertThat(letter.size()).isGreaterThan(80L << 20).isEqualTo(out.written);
    assertThat(out.largest).isLessThan(16_384);
    assertThat(large.opened).isOne();
  }

  @Test
  void areReadAgainEachTimeThatTheLetterIsWritten(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "one");
    WireLetter letter =
        Letters.wire(LETTER.with(List.of(Attachment.file("a.txt", "text/plain", file))), false);

    assertThat(written(letter)).contains("b25l").isEqualTo(written(letter));
    Files.writeString(file, "x");
    assertThatExceptionOfType(AttachmentException.class)
        .isThrownBy(() -> written(letter))
        .withMessage(
            "an attachment became shorter while the letter was written: give one that stays as it is");
    Files.delete(file);
    assertThatExceptionOfType(AttachmentException.class)
        .isThrownBy(() -> written(letter))
        .withMessage("an attachment cannot be read: give one that stays as it is");
  }

  @Test
  void areMissedBeforeTheLetterIsHandedOver(@TempDir Path folder) {
    OutboundEmail letter =
        LETTER.with(List.of(Attachment.file("a.txt", "text/plain", folder.resolve("none"))));

    assertThatExceptionOfType(MessagingException.class)
        .isThrownBy(() -> Letters.wire(letter, false))
        .withMessageContaining("an attachment cannot be read");
  }

  private static String written(WireLetter letter) throws IOException {
    Octets octets = new Octets(64);
    letter.writeTo(octets);
    return new String(octets.copy(), StandardCharsets.US_ASCII);
  }

  private static byte[] random(int length) {
    byte[] octets = new byte[length];
    new SplittableRandom(length).nextBytes(octets);
    return octets;
  }

  private static MimeMultipart parts(Part part) throws Exception {
    return (MimeMultipart) part.getContent();
  }

  private static MimeMessage read(OutboundEmail letter) throws MessagingException {
    return new MimeMessage(SESSION, new ByteArrayInputStream(Letters.bytes(letter)));
  }

  /** So many octets that stand nowhere. */
  private static final class Endless implements Attachment.Content {
    private final long size;
    private int opened;

    Endless(long size) {
      this.size = size;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public InputStream open() {
      opened++;
      return new InputStream() {
        @Override
        public int read() {
          return 'x';
        }

        @Override
        public int read(byte[] to, int from, int length) {
          return length;
        }
      };
    }
  }

  /** Counts what it is given, and how much at once. */
  private static final class Largest extends OutputStream {
    private long written;
    private int largest;

    @Override
    public void write(int octet) {
      written++;
    }

    @Override
    public void write(byte[] octets, int from, int length) {
      written += length;
      largest = Math.max(largest, length);
    }
  }
}
