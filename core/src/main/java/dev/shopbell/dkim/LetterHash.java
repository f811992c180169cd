package dev.shopbell.dkim;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.MessageDigest;

/**
 * Reads a letter once: keeps its header, and hashes its body as "relaxed" has it (RFC 6376, section
 * 3.4.4): white space drawn together, none at the end of a line, no empty lines at the end.
 */
final class LetterHash extends OutputStream {
  private static final byte[] END = {'\r', '\n', '\r', '\n'};

  private final ByteArrayOutputStream head = new ByteArrayOutputStream(2_048);
  private final MessageDigest digest = Sha256.digest();
  private final byte[] buffer = new byte[8_192];
  private int filled;
  private int matched;
  private int breaks;
  private boolean space;
  private boolean some;

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) {
    int end = from + length;
    int at = from;
    while (at < end && matched < END.length) {
      matched = octets[at] == END[matched] ? matched + 1 : octets[at] == '\r' ? 1 : 0;
      at++;
    }
    head.write(octets, from, at - from);
    body(octets, at, end);
  }

  private void body(byte[] octets, int from, int end) {
    for (int i = from; i < end; i++) {
      byte octet = octets[i];
      if (octet > ' ' || octet < 0) {
        if (space || breaks > 0) {
          gap();
        }
        if (filled == buffer.length) {
          empty();
        }
        buffer[filled++] = octet;
      } else if (octet == '\n') {
        breaks++;
        space = false;
      } else if (octet == ' ' || octet == '\t') {
        space = true;
      } else if (octet != '\r') {
        gap();
        put(octet);
      }
    }
  }

  /** What was held back, since it might have stood at an end. */
  private void gap() {
    for (; breaks > 0; breaks--) {
      put((byte) '\r');
      put((byte) '\n');
    }
    if (space) {
      put((byte) ' ');
      space = false;
    }
  }

  private void put(byte octet) {
    if (filled == buffer.length) {
      empty();
    }
    buffer[filled++] = octet;
  }

  private void empty() {
    digest.update(buffer, 0, filled);
    some |= filled > 0;
    filled = 0;
  }

  /** The header, each field with its CR LF. */
  byte[] head() {
    return head.toByteArray();
  }

  /** The hash; nothing may be written afterwards. */
  byte[] bodyHash() {
    if (some || filled > 0) {
      put((byte) '\r');
      put((byte) '\n');
    }
    empty();
    return digest.digest();
  }
}
