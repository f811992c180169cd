package dev.shopbell.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Base64 in lines of 76 octets (RFC 2045, section 6.8), without an end of the last line. */
final class Base64Lines {
  private static final int IN_LINE = 57;
  private static final int LINES = 128;
  private static final byte[] ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
          .getBytes(StandardCharsets.US_ASCII);

  private Base64Lines() {}

  /** How many octets come of so many. */
  static long size(long octets) {
    return octets == 0 ? 0 : (octets + 2) / 3 * 4 + (octets - 1) / IN_LINE * 2;
  }

  static void write(byte[] from, int length, Octets out) {
    int at = out.length();
    byte[] to = out.room(Math.toIntExact(size(length)));
    out.set(encode(from, length, to, at));
  }

  /**
   * Encodes a stream as it is read.
   *
   * @return how many octets were read
   */
  static long copy(InputStream in, OutputStream out) throws IOException {
    byte[] from = new byte[IN_LINE * LINES];
    byte[] to = new byte[78 * LINES];
    long read = 0;
    int length = in.readNBytes(from, 0, from.length);
    while (length > 0) {
      int at = 0;
      if (read > 0) {
        to[at++] = '\r';
        to[at++] = '\n';
      }
      out.write(to, 0, encode(from, length, to, at));
      read += length;
      length = in.readNBytes(from, 0, from.length);
    }
    return read;
  }

  private static int encode(byte[] from, int length, byte[] to, int start) {
    int at = start;
    for (int line = 0; line < length; line += IN_LINE) {
      if (line > 0) {
        to[at++] = '\r';
        to[at++] = '\n';
      }
      at = encodeLine(from, line, Math.min(length, line + IN_LINE), to, at);
    }
    return at;
  }

  private static int encodeLine(byte[] from, int start, int end, byte[] to, int at) {
    int whole = end - (end - start) % 3;
    for (int i = start; i < whole; i += 3) {
      int bits = (from[i] & 0xFF) << 16 | (from[i + 1] & 0xFF) << 8 | (from[i + 2] & 0xFF);
      to[at++] = ALPHABET[bits >> 18];
      to[at++] = ALPHABET[bits >> 12 & 63];
      to[at++] = ALPHABET[bits >> 6 & 63];
      to[at++] = ALPHABET[bits & 63];
    }
    if (whole < end) {
      boolean two = end - whole == 2;
      int bits = (from[whole] & 0xFF) << 16 | (two ? (from[whole + 1] & 0xFF) << 8 : 0);
      to[at++] = ALPHABET[bits >> 18];
      to[at++] = ALPHABET[bits >> 12 & 63];
      to[at++] = two ? ALPHABET[bits >> 6 & 63] : (byte) '=';
      to[at++] = '=';
    }
    return at;
  }
}
