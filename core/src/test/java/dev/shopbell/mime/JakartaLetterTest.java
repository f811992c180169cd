package dev.shopbell.mime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JakartaLetterTest {
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

  private static String raw(WireLetter letter) throws Exception {
    return new String(Letters.bytes(letter), StandardCharsets.US_ASCII);
  }
}
