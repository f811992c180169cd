package dev.shopbell.benchmarks;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.identity.SenderContext;
import dev.shopbell.identity.SenderIdentity;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.mime.Letters;
import dev.shopbell.template.EmailContent;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Properties;

/** One letter of about 10 KB, plain text and HTML, as each of the ways to send has it. */
final class MailLetters {
  static final String FROM = "notify@platform.example";
  static final String TO = "ann.shopper@customer.example";
  static final String SUBJECT = "Your order SO-1001 has been paid";
  static final String TEXT =
      repeated("Assam, 250 g, CNY 129.00; thank you for your order.\r\n", 2_000);
  static final String HTML =
      "<!doctype html><html><body>"
          + repeated("<tr><td class=\"item\">Assam, 250 g</td><td>CNY 129.00</td></tr>\r\n", 7_500)
          + "</body></html>\r\n";

  private static final SenderPlan PLAN =
      SenderIdentity.of("Ann's Tea", "ann@gmail.com")
          .plan(SenderContext.of(PlatformSender.of(FROM), DomainStatus.UNKNOWN));
  private static final EmailContent CONTENT = new EmailContent(SUBJECT, "", HTML, TEXT);

  private MailLetters() {}

  static OutboundEmail ours(int number) {
    return new OutboundEmail(
        EmailAddress.of(TO),
        PLAN,
        CONTENT,
        "letter-" + number + "@platform.example",
        Instant.ofEpochSecond(1_795_000_000L + number));
  }

  static byte[] octets() {
    try {
      return Letters.bytes(ours(0));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static MimeMessage jakarta(Session session) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(FROM));
    message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(TO));
    message.setSubject(SUBJECT, "UTF-8");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(TEXT, "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(HTML, "UTF-8", "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    return message;
  }

  static Session session(int port) {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(port));
    return Session.getInstance(properties);
  }

  private static String repeated(String line, int length) {
    return line.repeat(length / line.length());
  }
}
