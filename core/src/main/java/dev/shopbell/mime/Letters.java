package dev.shopbell.mime;

import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;

/**
 * Writes letters as Internet messages (RFC 5322): HTML and plain text as alternatives, every header
 * and line clean for any script.
 */
public final class Letters {
  private static final Session SESSION = Session.getInstance(new Properties());

  private Letters() {}

  /**
   * The letter as Jakarta Mail knows it, with the envelope's sender where an SMTP transport of
   * Angus Mail looks for it.
   *
   * @throws MessagingException when Jakarta Mail cannot write it
   */
  public static MimeMessage message(OutboundEmail email) throws MessagingException {
    return Letter.of(email, SESSION);
  }

  /**
   * The letter as bytes, as they would stand in an {@code .eml} file.
   *
   * @throws MessagingException when Jakarta Mail cannot write it
   */
  public static byte[] bytes(OutboundEmail email) throws MessagingException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      message(email).writeTo(bytes);
    } catch (IOException e) {
      throw new MessagingException("the letter cannot be written", e);
    }
    return bytes.toByteArray();
  }
}
