package dev.shopbell.mime;

import static dev.shopbell.mime.SampleLetters.DATE;
import static dev.shopbell.mime.SampleLetters.MESSAGE_ID;
import static dev.shopbell.mime.ShopLetters.ANN;
import static dev.shopbell.mime.ShopLetters.HELLO;
import static dev.shopbell.mime.ShopLetters.ON_BEHALF;
import static dev.shopbell.mime.ShopLetters.SESSION;
import static dev.shopbell.mime.ShopLetters.letter;
import static dev.shopbell.mime.ShopLetters.read;
import static dev.shopbell.mime.ShopLetters.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.template.EmailContent;
import dev.shopbell.transport.Attachment;
import dev.shopbell.transport.LetterHeaders;
import dev.shopbell.transport.LetterSigner;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The octets of letters and the fields of their heads. */
class LettersTest {
  @Test
  @Tag("mail-01")
  void haveTheMessageIdAndDateThatTheyWereGiven() throws Exception {
    OutboundEmail letter = letter(ON_BEHALF, HELLO);
    MimeMessage savedAgain = Letters.message(letter);
    savedAgain.saveChanges();
    MimeMessage read = read(letter);

    assertThat(savedAgain.getMessageID()).isEqualTo("<" + MESSAGE_ID + ">");
    assertThat(read.getHeader("Message-ID")).containsExactly("<" + MESSAGE_ID + ">");
    assertThat(read.getHeader("Date")).containsExactly("Sun, 22 Nov 2026 08:30:00 +0000");
    assertThat(read.getSentDate().toInstant()).isEqualTo(DATE);
    assertThat(read.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z,'Thu, 1 Jan 1970 00:00:00 +0000'",
    "2026-09-30T23:59:59.999Z,'Wed, 30 Sep 2026 23:59:59 +0000'",
    "2026-05-04T03:02:01Z,'Mon, 4 May 2026 03:02:01 +0000'",
  })
  @Tag("mail-01")
  void writeTheirDateInEnglishAndUtcWhereverTheyAreWritten(Instant time, String date)
      throws Exception {
    OutboundEmail letter = new OutboundEmail(ANN, ON_BEHALF, HELLO, MESSAGE_ID, time);

    assertThat(read(letter).getHeader("Date")).containsExactly(date);
  }

  @RepeatedTest(10)
  @Tag("mail-01")
  void carryAnySubjectOfUpTo300Characters(RepetitionInfo repetition) throws Exception {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    for (int i = 0; i < 100; i++) {
      String subject = some(random, random.nextInt(1, 301));
      EmailContent content = new EmailContent(subject, "", "<p>", "x");
      assertThat(read(letter(ON_BEHALF, content)).getSubject()).isEqualTo(subject);
    }
  }

  @Test
  @Tag("mail-02")
  void carryTheLinksToUnsubscribeWhereThereIsOneAndNeverOtherwise() throws Exception {
    OutboundEmail plain = letter(ON_BEHALF, HELLO);
    OutboundEmail marketing =
        plain.with(LetterHeaders.NONE.unsubscribe(URI.create("https://shop.example/u?t=1")));

    assertThat(read(plain).getHeader("List-Unsubscribe")).isNull();
    assertThat(read(plain).getHeader("List-Unsubscribe-Post")).isNull();
    assertThat(read(marketing).getHeader("List-Unsubscribe"))
        .containsExactly("<https://shop.example/u?t=1>");
    assertThat(read(marketing).getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
  }

  @Test
  void carryFurtherFieldsAsTheyAre() throws Exception {
    OutboundEmail letter =
        letter(ON_BEHALF, HELLO)
            .with(
                LetterHeaders.NONE
                    .feedbackId("order.paid:s-1:transactional:platform")
                    .with("References", "<a@b.example> <c@d.example>")
                    .with("X-Tag", "x".repeat(300))
                    .with("X-Note", "茶"));
    MimeMessage read = read(letter);

    assertThat(read.getHeader("Feedback-ID"))
        .containsExactly("order.paid:s-1:transactional:platform");
    assertThat(read.getHeader("References")).containsExactly("<a@b.example> <c@d.example>");
    assertThat(read.getHeader("X-Tag")).containsExactly("x".repeat(300));
    assertThat(read.getHeader("X-Note")).containsExactly("=?UTF-8?B?6Iy2?=");
  }

  @Test
  @Tag("mail-01")
  void areTheSameOctetsEachTime() throws Exception {
    OutboundEmail letter =
        letter(ON_BEHALF, HELLO)
            .with(List.of(Attachment.of("a", "a/b", new byte[] {1}).inline("a")));
    OutboundEmail other =
        new OutboundEmail(ANN, ON_BEHALF, HELLO, "other@platform.example", DATE)
            .with(letter.attachments());

    assertThat(Letters.bytes(letter)).isEqualTo(Letters.bytes(letter));
    assertThat(boundary(letter)).isEqualTo(boundary(letter)).isNotEqualTo(boundary(other));
  }

  private static String boundary(OutboundEmail letter) throws Exception {
    return read(letter).getContentType().replaceFirst(".*boundary=", "");
  }

  @Test
  @Tag("mail-01")
  void areWrittenInUtf8WhereAMailboxIsNotAscii() throws Exception {
    EmailAddress chinese = EmailAddress.of("安@例子.example");
    OutboundEmail letter = new OutboundEmail(chinese, ON_BEHALF, HELLO, MESSAGE_ID, DATE);
    WireLetter wire = Letters.wire(letter, true);

    assertThat(wire.needsUtf8()).isTrue();
    assertThat(Letters.wire(letter(ON_BEHALF, HELLO), true).needsUtf8()).isFalse();
    assertThat(new String(Letters.bytes(wire), StandardCharsets.UTF_8))
        .contains("\r\nTo: 安@xn--fsqu00a.example\r\n");
  }

  @Test
  void areWrittenByJakartaMailOnceTheyAreChanged() throws Exception {
    OutboundEmail letter = letter(ON_BEHALF, HELLO);
    MimeMessage message = Letters.message(letter);
    ByteArrayOutputStream ours = new ByteArrayOutputStream();
    message.writeTo(ours);
    message.setHeader("X-Note", "mine");
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    message.writeTo(changed);

    assertThat(ours.toByteArray()).isEqualTo(Letters.bytes(letter));
    MimeMessage again = new MimeMessage(SESSION, new ByteArrayInputStream(changed.toByteArray()));
    assertThat(again.getHeader("X-Note")).containsExactly("mine");
    assertThat(((MimeMultipart) again.getContent()).getBodyPart(0).getContent()).isEqualTo("Hello");
    assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(2);
  }

  @Test
  void areSignedOverTheOctetsThatGoOut() throws Exception {
    OutboundEmail letter = letter(ON_BEHALF, new EmailContent("x", "", "<p>茶", "茶\n"));
    StringBuilder seen = new StringBuilder();
    LetterSigner signer =
        source -> {
          ByteArrayOutputStream octets = new ByteArrayOutputStream();
          source.writeTo(octets);
          seen.append(octets.toString(StandardCharsets.ISO_8859_1));
          return "X-Signature: 1\r\n";
        };
    WireLetter wire = Letters.wire(letter.with(signer), true);

    assertThat(wire.isEightBit()).as("a server further on may not take it").isFalse();
    assertThat(new String(Letters.bytes(wire), StandardCharsets.ISO_8859_1))
        .isEqualTo("X-Signature: 1\r\n" + seen);
    assertThat(Letters.message(letter.with(signer)).getHeader("X-Signature")).containsExactly("1");
  }
}
