package dev.shopbell.mime;

import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

  /**
   * The letter for the wire.
   *
   * @param eightBit whether the server takes 8BITMIME
   * @throws MessagingException when it cannot be written
   */
  public static WireLetter wire(OutboundEmail email, boolean eightBit) throws MessagingException {
    byte[] bytes = bytes(email);
    return new WireLetter() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public boolean isEightBit() {
        return false;
      }

      @Override
      public boolean needsUtf8() {
        return !email.to().isAscii();
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
      }
    };
  }
}
