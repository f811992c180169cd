package dev.shopbell.mime;

import java.nio.charset.StandardCharsets;

/**
 * Quoted-printable text (RFC 2045, section 6.7): lines of at most 76 octets, no white space at
 * their ends, and no line that begins with "From ".
 */
final class QuotedPrintable {
  private static final int LINE = 75;
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final boolean[] PLAIN = plain();

  /** A line's break and an octet. */
  private static final int WIDEST = 6;

  private static final int MORE = 512;

  private final byte[] text;
  private final Octets out;

  private QuotedPrintable(byte[] text, Octets out) {
    this.text = text;
    this.out = out;
  }

  private static boolean[] plain() {
    boolean[] plain = new boolean[256];
    for (int i = '!'; i <= '~'; i++) {
      plain[i] = i != '=';
    }
    return plain;
  }

  static void write(byte[] text, Octets out) {
    new QuotedPrintable(text, out).write();
  }

  private void write() {
    int line = 0;
    for (int i = 0; i <= text.length; i++) {
      if (i == text.length || text[i] == '\n' || text[i] == '\r') {
        line(line, i);
        if (i < text.length) {
          out.crlf();
          i += text[i] == '\r' && i + 1 < text.length && text[i + 1] == '\n' ? 1 : 0;
        }
        line = i + 1;
      }
    }
  }

  /** One line of text, in as many lines as it needs. */
  private void line(int from, int end) {
    byte[] to = out.room(MORE);
    int at = out.length();
    int column = 0;
    for (int i = from; i < end; i++) {
      if (to.length - at < WIDEST) {
        out.set(at);
        to = out.room(MORE);
      }
      byte octet = text[i];
      boolean plain = PLAIN[octet & 0xFF] || (i + 1 < end && (octet == ' ' || octet == '\t'));
      if (i == from && octet == 'F' && TextScan.isFrom(text, i)) {
        plain = false;
      }
      if (column + (plain ? 1 : 3) > LINE) {
        to[at++] = '=';
        to[at++] = '\r';
        to[at++] = '\n';
        column = 0;
      }
      if (plain) {
        to[at++] = octet;
        column++;
      } else {
        to[at++] = '=';
        to[at++] = HEX[octet >> 4 & 15];
        to[at++] = HEX[octet & 15];
        column += 3;
      }
    }
    out.set(at);
  }
}
