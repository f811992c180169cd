package dev.shopbell.templates.mustache;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects a string: in ISO 8859-1, as the machine keeps it, for as long as every character fits;
 * from the first that does not, as pieces that are joined at the end, the template's own parts
 * uncopied among them.
 */
final class StringSink extends Sink {
  private static final char[] NONE = {};

  private final int most;
  private final List<String> pieces = new ArrayList<>(0);
  private byte[] narrow = Buffers.bytes();
  private char[] wide = NONE;
  private boolean isWide;

  /** How many characters are in the buffer, and how many in pieces. */
  private int size;

  private int joined;

  /** How many more bytes UTF-8 would take than there are characters. */
  private int more;

  /**
   * An empty one.
   *
   * @param isWide whether characters beyond ISO 8859-1 are to be expected
   */
  StringSink(int most, boolean isWide) {
    this.most = most;
    if (isWide) {
      widen();
    }
  }

  @Override
  void text(Text text) {
    int length = text.string.length();
    more += text.utf8.length - length;
    byte[] latin1 = text.latin1;
    if (!isWide && latin1 != null) {
      require(length);
      System.arraycopy(latin1, 0, narrow, size, length);
      size += length;
    } else {
      widen();
      piece(text.string);
    }
  }

  @Override
  @SuppressWarnings("deprecation") // Exactly what is wanted here: a character is a byte.
  void part(String text, int from, int to, int accents) {
    require(to - from);
    more += accents;
    if (isWide) {
      text.getChars(from, to, wide, size);
    } else {
      text.getBytes(from, to, narrow, size);
    }
    size += to - from;
  }

  @Override
  void character(int c) {
    if (c < 0x100 && !isWide) {
      require(1);
      narrow[size++] = (byte) c;
    } else {
      widen();
      require(2);
      size += Character.toChars(c, wide, size);
    }
    more += c < 0x80 ? 0 : c >= 0x800 && c < 0x10000 ? 2 : c < 0x800 ? 1 : 2;
  }

  private void widen() {
    if (!isWide) {
      isWide = true;
      wide = Buffers.characters();
      if (size > 0) {
        String begun = new String(narrow, 0, size, StandardCharsets.ISO_8859_1);
        size = 0;
        piece(begun);
      }
    }
  }

  private void piece(String piece) {
    flush();
    pieces.add(piece);
    joined += piece.length();
    if (joined + more > most) {
      throw new Full();
    }
  }

  private void flush() {
    if (size > 0) {
      pieces.add(new String(wide, 0, size));
      joined += size;
      size = 0;
    }
  }

  private void require(int count) {
    if (count > (isWide ? wide.length : narrow.length) - size) {
      grow(count);
    }
  }

  private void grow(int count) {
    if (joined + size + count + more > most + 1) {
      throw new Full();
    }
    if (isWide) {
      wide = Arrays.copyOf(wide, larger(size + count, wide.length));
    } else {
      narrow = Arrays.copyOf(narrow, larger(size + count, narrow.length));
    }
  }

  private int larger(int needed, int now) {
    return Math.max(needed, (int) Math.min(2L * now, most + 1L));
  }

  String string() {
    if (joined + size + more > most) {
      throw new Full();
    }
    if (!isWide) {
      return new String(narrow, 0, size, StandardCharsets.ISO_8859_1);
    }
    flush();
    return String.join("", pieces);
  }

  /** Whether there were characters beyond ISO 8859-1, or were said to be. */
  boolean isWide() {
    return isWide;
  }

  @Override
  void close() {
    Buffers.giveBack(narrow);
    if (isWide) {
      Buffers.giveBack(wide);
    }
  }
}
