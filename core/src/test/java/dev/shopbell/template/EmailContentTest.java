package dev.shopbell.template;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class EmailContentTest {
  private final MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));

  @Test
  void aMessagesWordsAreItsFirstOfEachKind() throws Exception {
    MimeMultipart words =
        new MimeMultipart("alternative", part("plain", "one"), part("html", "two"));
    MimeBodyPart first = new MimeBodyPart();
    first.setContent(words);
    MimeBodyPart file = part("plain", "a file");
    file.setDisposition(Part.ATTACHMENT);
    message.setContent(new MimeMultipart("mixed", file, first, part("html", "three")));
    message.setSubject("Grüße", "UTF-8");
    EmailContent content = EmailContent.of(message);

    assertThat(content.subject()).isEqualTo("Grüße");
    assertThat(content.text()).isEqualTo("one");
    assertThat(content.html()).isEqualTo("two");
    assertThat(content.message()).containsSame(message);
    assertThat(content.toString()).isEqualTo("EmailContent[3 + 3 characters]");
  }

  @Test
  void aDashStandsForWhatAMessageLacks() throws Exception {
    message.setText("words alone");
    EmailContent content = EmailContent.of(message);

    assertThat(List.of(content.subject(), content.html(), content.text()))
        .containsExactly("-", "-", "words alone");
  }

  @Test
  void aSubjectOfAnyLengthAndKindIsShortened() throws Exception {
    message.setText("x");
    message.setSubject("a\tb" + "🍵".repeat(200), "UTF-8");

    assertThat(EmailContent.of(message).subject()).startsWith("a b🍵").hasSize(299);
  }

  @Test
  void itsWordsAreSearchedForSecrets() throws Exception {
    message.setText("the card is ABCD-1234-EFGH");

    assertThat(SecretGuard.leak(EmailContent.of(message), List.of("ABCD-1234-EFGH")))
        .contains("text");
  }

  private static MimeBodyPart part(String subtype, String words) throws Exception {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(words, "UTF-8", subtype);
    return part;
  }
}
