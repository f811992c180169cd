package dev.shopbell.mime;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A letter with the Message-ID, the Date and the envelope's sender that it was given. */
final class Letter extends SMTPMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final String messageId;

  private Letter(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  static Letter of(OutboundEmail email, Session session) throws MessagingException {
    Letter letter = new Letter(session, email.messageId());
    letter.addressed(email.sender(), email.to());
    letter.setHeader("Subject", HeaderText.unstructured("Subject", email.content().subject()));
    letter.setHeader("Date", date(email.date()));
    letter.setHeader("Auto-Submitted", "auto-generated");
    letter.setContent(
        new MimeMultipart(
            "alternative",
            part(email.content().text(), "plain"),
            part(email.content().html(), "html")));
    letter.saveChanges();
    return letter;
  }

  private void addressed(SenderPlan sender, EmailAddress to) throws MessagingException {
    setHeader("From", HeaderText.mailbox("From", sender.from()));
    if (sender.sender().isPresent()) {
      setSender(address(sender.sender().get()));
    }
    if (sender.replyTo().isPresent()) {
      setReplyTo(new Address[] {address(sender.replyTo().get())});
    }
    setRecipient(Message.RecipientType.TO, address(to));
    setEnvelopeFrom(sender.returnPath().value());
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text.replaceAll("\\r\\n|\\r|\\n", "\r\n"), UTF_8, subtype);
    return part;
  }

  private static InternetAddress address(EmailAddress address) throws AddressException {
    return new InternetAddress(address.value(), false);
  }

  private static String date(Instant time) {
    return DATE.format(time);
  }

  /** Keeps the Message-ID that the letter was given, in place of one with this machine's name. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + messageId + ">");
  }
}
