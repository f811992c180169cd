package dev.shopbell.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message of Jakarta Mail's as a letter for the wire. */
final class JakartaLetter implements WireLetter {
  private static final String[] LEFT_OUT = {"Bcc", "Resent-Bcc", "Content-Length"};

  private final MimeMessage message;
  private final WireLines lines;

  private JakartaLetter(MimeMessage message, WireLines measured) {
    this.message = message;
    this.lines = measured;
  }

  static JakartaLetter of(MimeMessage message) throws MessagingException {
    WireLines measured = new WireLines(OutputStream.nullOutputStream());
    try {
      write(message, measured);
      return new JakartaLetter(message, measured);
    } catch (IOException e) {
      throw new MessagingException("the message cannot be written: " + e.getMessage(), e);
    }
  }

  private static void write(MimeMessage message, WireLines lines)
      throws IOException, MessagingException {
    message.writeTo(lines, LEFT_OUT);
    lines.end();
  }

  @Override
  public long size() {
    return lines.size();
  }

  @Override
  public boolean isEightBit() {
    return lines.isEightBit();
  }

  @Override
  public boolean needsUtf8() {
    return lines.needsUtf8();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try {
      write(message, new WireLines(out));
    } catch (MessagingException e) {
      throw new IOException("the message cannot be written: " + e.getMessage(), e);
    }
  }
}
