package dev.shopbell.mime;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A letter of ours as a message of Jakarta Mail's, written by us as long as nobody changes it. */
final class WireMessage extends SMTPMessage {
  private static final Session SESSION = Session.getInstance(new Properties());

  private final SegmentLetter letter;
  private final String messageId;
  private final InternetAddress recipient;
  private final List<String> lines;

  WireMessage(SegmentLetter letter, OutboundEmail email) throws MessagingException {
    super(SESSION);
    this.letter = letter;
    this.messageId = email.messageId();
    this.recipient = address(email.to());
    this.headers = new InternetHeaders(new ByteArrayInputStream(head(letter)), letter.needsUtf8());
    this.lines = Collections.list(headers.getAllHeaderLines());
    this.modified = false;
    this.saved = true;
    setEnvelopeFrom(email.sender().returnPath().value());
  }

  private static InternetAddress address(EmailAddress address) throws AddressException {
    return new InternetAddress(address.value(), false);
  }

  /** The one envelope recipient, whoever is named in To and Cc. */
  @Override
  public Address[] getAllRecipients() {
    return new Address[] {recipient};
  }

  private static byte[] head(SegmentLetter letter) throws MessagingException {
    Cut cut = Cut.head();
    written(() -> letter.writeHeadTo(cut));
    return cut.kept();
  }

  @Override
  protected InputStream getContentStream() throws MessagingException {
    Cut cut = Cut.body();
    written(() -> letter.writeTo(cut));
    return new ByteArrayInputStream(cut.kept());
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void written(Writing writing) throws MessagingException {
    try {
      writing.run();
    } catch (IOException e) {
      throw new MessagingException("the letter cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
    if (!modified && Collections.list(headers.getAllHeaderLines()).equals(lines)) {
      letter.writeTo(out);
    } else {
      super.writeTo(out, ignored);
    }
  }

  /** Keeps the Message-ID that the letter was given, in place of one with this machine's name. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + messageId + ">");
  }
}
