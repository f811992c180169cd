package dev.shopbell.mime;

import dev.shopbell.internal.OctetRuns;

/** What must be known of a text to choose how it is encoded, found in one look at each octet. */
final class TextScan {
  /** The most octets in a line (RFC 5322, section 2.1.1). */
  private static final int LONGEST_LINE = 998;

  private static final byte PLAIN = 0;
  private static final byte ESCAPED = 1;
  private static final byte HIGH = 2;
  private static final byte CR = 3;
  private static final byte LF = 4;
  private static final byte UNSAFE = 5;
  private static final byte[] KINDS = kinds();

  private final byte[] text;
  private int high;
  private int escaped;
  private int breaks;
  private int doubles;
  private int longest;
  private boolean unsafe;

  private TextScan(byte[] text) {
    this.text = text;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    for (int i = 0; i < 256; i++) {
      boolean plain = (i >= ' ' && i != '=' && i != 127) || i == '\t';
      kinds[i] = i >= 128 ? HIGH : plain ? PLAIN : ESCAPED;
    }
    kinds['\r'] = CR;
    kinds['\n'] = LF;
    kinds[0] = UNSAFE;
    return kinds;
  }

  static TextScan of(byte[] text) {
    TextScan scan = new TextScan(text);
    scan.look();
    return scan;
  }

  private void look() {
    byte[] octets = text;
    int line = 0;
    int highs = 0;
    int end = octets.length;
    for (int i = OctetRuns.unquoted(octets, 0); i < end; i = OctetRuns.unquoted(octets, i + 1)) {
      byte kind = KINDS[octets[i] & 0xFF];
      if (kind == HIGH) {
        int last = lastHigh(i);
        highs += last + 1 - i;
        i = last;
      } else if (kind == LF || kind == CR) {
        i = ended(line, i);
        line = i + 1;
      } else if (kind != PLAIN) {
        escaped++;
        unsafe |= kind == UNSAFE || isMark(i);
      }
    }
    high = highs;
    longest = Math.max(longest, octets.length - line);
    unsafe |= isFrom(octets, line);
  }

  /** In a script beyond Latin most octets are such. */
  private int lastHigh(int from) {
    int last = from;
    while (last + 1 < text.length && text[last + 1] < 0) {
      last++;
    }
    return last;
  }

  private boolean isMark(int at) {
    return text[at] == '=' && at + 1 < text.length && text[at + 1] == '_';
  }

  /** Notes a line; where its end ends. */
  private int ended(int line, int end) {
    longest = Math.max(longest, end - line);
    breaks++;
    unsafe |= isFrom(text, line);
    boolean pair = text[end] == '\r' && end + 1 < text.length && text[end + 1] == '\n';
    doubles += pair ? 1 : 0;
    return pair ? end + 1 : end;
  }

  /** A line that programs with mailboxes of one file change, which would break a signature. */
  static boolean isFrom(byte[] text, int at) {
    return at + 5 <= text.length
        && text[at] == 'F'
        && text[at + 1] == 'r'
        && text[at + 2] == 'o'
        && text[at + 3] == 'm'
        && text[at + 4] == ' ';
  }

  /** How many octets it has with CR LF at the end of each line. */
  int size() {
    return Math.addExact(text.length - doubles, breaks);
  }

  /** True when each line ends with CR LF already. */
  boolean isCanonical() {
    return breaks == doubles;
  }

  /**
   * What carries it: as it is where the server and the lines allow, otherwise what is shorter. A
   * text with "=_" in it never goes as it is, so that no boundary can stand in one.
   */
  TransferEncoding encoding(boolean eightBit) {
    if (!unsafe && longest <= LONGEST_LINE && (high == 0 || eightBit)) {
      return high == 0 ? TransferEncoding.SEVEN_BIT : TransferEncoding.EIGHT_BIT;
    }
    return quoted() <= based() ? TransferEncoding.QUOTED_PRINTABLE : TransferEncoding.BASE64;
  }

  private long quoted() {
    long octets = size() + 2L * (high + escaped);
    return octets + octets / 75 * 3;
  }

  private long based() {
    return (size() + 2L) / 3 * 4 + size() / 57 * 2L;
  }
}
