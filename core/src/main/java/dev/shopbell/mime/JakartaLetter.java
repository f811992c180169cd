package dev.shopbell.mime;

import dev.shopbell.transport.LetterHeaders;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

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

  /** The same with those of these headers above that it lacks. */
  static SegmentLetter of(MimeMessage message, LetterHeaders headers) throws MessagingException {
    Set<String> own = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : Collections.list(message.getAllHeaders())) {
      own.add(header.getName());
    }
    Octets above = new Octets(0);
    DraftWriter.further(new Head(above), headers, name -> !own.contains(name));
    String lines = new String(above.copy(), StandardCharsets.US_ASCII);
    return SegmentLetter.of(of(message)).below(lines);
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
