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

  private QuotedPrintable() {}

  private static boolean[] plain() {
    boolean[] plain = new boolean[256];
    for (int i = '!'; i <= '~'; i++) {
      plain[i] = i != '=';
    }
    return plain;
  }

  static void write(byte[] text, Octets out) {
    int column = 0;
    boolean begins = true;
    for (int i = 0; i < text.length; i++) {
      byte octet = text[i];
      byte[] to = out.room(6);
      int at = out.length();
      if (octet == '\r' || octet == '\n') {
        i += octet == '\r' && i + 1 < text.length && text[i + 1] == '\n' ? 1 : 0;
        to[at++] = '\r';
        to[at++] = '\n';
        out.set(at);
        column = 0;
        begins = true;
        continue;
      }
      boolean plain = PLAIN[octet & 0xFF] || (isSpace(octet) && !endsLine(text, i + 1));
      if (begins && octet == 'F' && TextScan.isFrom(text, i)) {
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
      out.set(at);
      begins = false;
    }
  }

  private static boolean isSpace(byte octet) {
    return octet == ' ' || octet == '\t';
  }

  private static boolean endsLine(byte[] text, int at) {
    return at == text.length || text[at] == '\r' || text[at] == '\n';
  }
}
