package dev.shopbell.sms;

/**
 * One way to write a text: what each character takes, and what a segment holds. Either septets by
 * two tables, or UCS-2.
 */
final class Coding {
  static final int NOT_ENCODABLE = -1;

  /** More than four characters of two septets. */
  private static final int FOREIGN = 64;

  private static final byte[] UCS_2 = {};

  private final byte[] widths;
  private final GsmTable alphabet;
  private final GsmTable extension;
  private final SmsCapacity capacity;

  private Coding(byte[] widths, GsmTable alphabet, GsmTable extension, SmsCapacity capacity) {
    this.widths = widths;
    this.alphabet = alphabet;
    this.extension = extension;
    this.capacity = capacity;
  }

  static Coding ucs2(SmsCapacity capacity) {
    return new Coding(UCS_2, GsmTables.ALPHABET, GsmTables.EXTENSION, capacity);
  }

  /** One septet for a character of the alphabet, two for one of the extension table. */
  static Coding gsm(GsmTable alphabet, GsmTable extension, SmsCapacity capacity) {
    byte[] widths = new byte[GsmTable.LIMIT];
    for (char c = 0; c < widths.length; c++) {
      widths[c] = (byte) (alphabet.has(c) ? 1 : extension.has(c) ? 2 : FOREIGN);
    }
    return new Coding(widths, alphabet, extension, capacity);
  }

  boolean isGsm() {
    return widths != UCS_2;
  }

  SmsEncoding encoding() {
    return isGsm() ? SmsEncoding.GSM_7 : SmsEncoding.UCS_2;
  }

  SmsCapacity capacity() {
    return capacity;
  }

  GsmTable alphabet() {
    return alphabet;
  }

  GsmTable extension() {
    return extension;
  }

  /** How many national tables a message must name. */
  int tables() {
    return Headers.tables(alphabet, extension);
  }

  /** The units of a character, 0 when it cannot be written. */
  int width(char c) {
    int width = isGsm() ? width(widths, c) : 1;
    return width == FOREIGN ? 0 : width;
  }

  /** The units between two indexes, or {@link #NOT_ENCODABLE}. */
  int units(String text, int from, int to) {
    return isGsm() ? septets(text, from, to) : to - from;
  }

  /** False when so many segments hold that many characters even if each takes two units. */
  boolean mayNeedMore(int characters, int segments) {
    int least = (Math.min(capacity.first(), capacity.following()) - 1) / 2;
    return characters > (long) segments * least;
  }

  /** The segments when no pair is cut, or {@link #NOT_ENCODABLE}. Allocates nothing. */
  int segments(String text) {
    return isGsm() ? gsmSegments(text) : ucs2Segments(text);
  }

  /**
   * Where the longest segment from an index on ends, of at most so many units, without cutting a
   * pair. The text must be encodable.
   */
  int end(String text, int from, int limit) {
    int to = Math.min(text.length(), from + limit);
    if (isGsm()) {
      return shortened(text, to, septets(text, from, to) - limit);
    }
    return isInsidePair(text, to) ? to - 1 : to;
  }

  /** Where the longest segment that ends at an index begins. */
  int start(String text, int to, int limit) {
    if (!isGsm()) {
      int from = Math.max(0, to - limit);
      return isInsidePair(text, from) ? from + 1 : from;
    }
    int from = to;
    for (int left = limit; from > 0 && width(text.charAt(from - 1)) <= left; from--) {
      left -= width(text.charAt(from - 1));
    }
    return from;
  }

  /** True between the halves of a surrogate pair. */
  static boolean isInsidePair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }

  private int gsmSegments(String text) {
    int length = text.length();
    if (length <= capacity.single()) {
      int septets = septets(text, 0, length);
      if (septets <= capacity.single()) {
        return Math.min(septets, 1);
      }
    }
    int segments = 0;
    int from = 0;
    while (from < length) {
      int limit = capacity.of(segments);
      int to = Math.min(length, from + limit);
      int septets = septets(text, from, to);
      if (septets < 0) {
        return NOT_ENCODABLE;
      }
      from = shortened(text, to, septets - limit);
      segments++;
    }
    return segments;
  }

  private int ucs2Segments(String text) {
    if (text.length() <= capacity.single()) {
      return Math.min(text.length(), 1);
    }
    int segments = 0;
    for (int from = 0; from < text.length(); segments++) {
      from = end(text, from, capacity.of(segments));
    }
    return segments;
  }

  /** The one loop over characters, four at a time: an exact count costs what this costs. */
  private int septets(String text, int from, int to) {
    byte[] table = widths;
    int septets = 0;
    int i = from;
    for (; i < to - 3; i += 4) {
      int four =
          width(table, text.charAt(i))
              + width(table, text.charAt(i + 1))
              + width(table, text.charAt(i + 2))
              + width(table, text.charAt(i + 3));
      if (four >= FOREIGN) {
        return NOT_ENCODABLE;
      }
      septets += four;
    }
    for (; i < to; i++) {
      int one = width(table, text.charAt(i));
      if (one == FOREIGN) {
        return NOT_ENCODABLE;
      }
      septets += one;
    }
    return septets;
  }

  private static int width(byte[] table, char c) {
    return c < table.length ? table[c] : FOREIGN;
  }

  private int shortened(String text, int to, int surplus) {
    int end = to;
    for (int over = surplus; over > 0; end--) {
      over -= widths[text.charAt(end - 1)];
    }
    return end;
  }
}
