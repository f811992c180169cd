package dev.shopbell.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.template.EmailContent;
import dev.shopbell.transport.Attachment;
import dev.shopbell.transport.LetterHeaders;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JakartaLetterTest {
  private static final Instant DATE = SampleLetters.DATE;
  private static final Session SESSION = Session.getInstance(new Properties());

  @Test
  void goesOutAsJakartaMailWritesItWithoutBcc() throws Exception {
    MimeMessage message = new MimeMessage(SESSION);
    message.setFrom("ann@shop.example");
    message.setRecipient(Message.RecipientType.TO, new InternetAddress("bo@shopper.example"));
    message.setRecipient(Message.RecipientType.BCC, new InternetAddress("secret@shop.example"));
    message.setSubject("茶", "UTF-8");
    message.setText("a\nb", "UTF-8");
    WireLetter letter = Letters.wire(message);
    String raw = raw(letter);

    assertThat(raw).doesNotContain("secret").endsWith("\r\n\r\na\r\nb\r\n").isEqualTo(raw(letter));
    assertThat(letter.size()).isEqualTo(raw.length());
    assertThat(letter.isEightBit()).isFalse();
    assertThat(letter.needsUtf8()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'Subject: x||a|b', 'Subject: x||a|b|'",
    "'Subject: x||', 'Subject: x||'",
    "'Subject: x|', 'Subject: x||'",
    "'Subject: x||a|||', 'Subject: x||a|||'",
    "'Subject: x||.|..a', 'Subject: x||.|..a|'",
  })
  void endsEachOfItsLinesWithCrLf(String given, String expected) throws Exception {
    for (String end : new String[] {"\n", "\r\n"}) {
      byte[] octets = given.replace("|", end).getBytes(StandardCharsets.UTF_8);
      MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(octets));

      assertThat(raw(Letters.wire(message))).isEqualTo(expected.replace("|", "\r\n"));
    }
  }

  @Test
  void saysWhatTheServerMustTake() throws Exception {
    byte[] body = "Subject: x\r\n\r\n茶".getBytes(StandardCharsets.UTF_8);
    Properties utf8 = new Properties();
    utf8.setProperty("mail.mime.allowutf8", "true");
    byte[] head = "Subject: 茶\r\n\r\nx".getBytes(StandardCharsets.UTF_8);

    WireLetter eightBit = Letters.wire(new MimeMessage(SESSION, new ByteArrayInputStream(body)));
    WireLetter headed =
        Letters.wire(new MimeMessage(Session.getInstance(utf8), new ByteArrayInputStream(head)));
    assertThat(eightBit.isEightBit()).isTrue();
    assertThat(eightBit.needsUtf8()).isFalse();
    assertThat(headed.isEightBit()).isFalse();
    assertThat(headed.needsUtf8()).isTrue();
  }

  @Test
  void asALettersContentItGetsTheHeadersThatItLacks() throws Exception {
    MimeMessage message = new MimeMessage(SESSION);
    message.setText("x");
    message.setHeader("feedback-id", "its own");
    message.saveChanges();
    message.setHeader("Message-ID", "<own@shop.example>");
    OutboundEmail sample = SampleLetters.letter(SampleLetters.content("Hello", "Hello"));
    OutboundEmail letter =
        new OutboundEmail(
                sample.to(), sample.sender(), EmailContent.of(message), "a@b.example", DATE)
            .with(
                LetterHeaders.NONE
                    .unsubscribe(URI.create("https://shop.example/u"))
                    .feedbackId("paid:tea")
                    .with("X-Kind", "paid"));
    String raw = raw(Letters.wire(letter, true));

    assertThat(raw)
        .startsWith("List-Unsubscribe: <https://shop.example/u>\r\nList-Unsubscribe-Post: List-")
        .contains("=One-Click\r\nX-Kind: paid\r\n")
        .contains("feedback-id: its own", "<own@shop.example>")
        .doesNotContain("paid:tea", "a@b.example");
    assertThat(Letters.message(letter).getAllRecipients())
        .containsExactly(new InternetAddress(sample.to().value()));
    assertThat(Letters.message(letter).getHeader("X-Kind", null)).isEqualTo("paid");
  }

  @Test
  void filesBesideAWholeMessageAreRefused() throws Exception {
    MimeMessage message = new MimeMessage(SESSION);
    message.setText("x");
    OutboundEmail sample = SampleLetters.letter(SampleLetters.content("Hello", "Hello"));
    OutboundEmail letter =
        new OutboundEmail(
            sample.to(), sample.sender(), EmailContent.of(message), "a@b.example", DATE);
    List<Attachment> files = List.of(Attachment.of("a.txt", "text/plain", new byte[1]));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> letter.with(files))
        .withMessageContaining("put the attachments into it");
  }

  private static String raw(WireLetter letter) throws Exception {
    return new String(Letters.bytes(letter), StandardCharsets.US_ASCII);
  }
}
