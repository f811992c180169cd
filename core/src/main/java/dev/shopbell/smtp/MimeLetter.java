package dev.shopbell.smtp;

import dev.shopbell.mime.WireLetter;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A message of Jakarta Mail's for the wire. Held as a whole, without the header Bcc. */
final class MimeLetter implements WireLetter {
  private static final String[] UNSENT = {"Bcc", "Content-Length"};

  private final byte[] bytes;
  private final boolean eightBit;
  private final boolean needsUtf8;

  private MimeLetter(byte[] bytes, boolean eightBit, boolean needsUtf8) {
    this.bytes = bytes;
    this.eightBit = eightBit;
    this.needsUtf8 = needsUtf8;
  }

  static MimeLetter of(MimeMessage message) throws MessagingException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      message.writeTo(bytes, UNSENT);
    } catch (IOException e) {
      throw new MessagingException("the message cannot be written", e);
    }
    return of(Lines.regular(bytes.toByteArray()));
  }

  private static MimeLetter of(byte[] bytes) {
    boolean head = true;
    boolean utf8 = false;
    boolean eightBit = false;
    for (int i = 0; i < bytes.length; i++) {
      head &= i < 3 || bytes[i] != '\n' || bytes[i - 2] != '\n';
      utf8 |= head && bytes[i] < 0;
      eightBit |= bytes[i] < 0;
    }
    return new MimeLetter(bytes, eightBit, utf8);
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public boolean isEightBit() {
    return eightBit;
  }

  @Override
  public boolean needsUtf8() {
    return needsUtf8;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }
}
