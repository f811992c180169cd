package dev.shopbell.templates.mustache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects a string: in ISO 8859-1, as the machine keeps it, for as long as every character fits,
 * and in UTF-16 from the first that does not.
 */
final class StringSink extends Sink {
  private static final char[] NONE = {};

  private final int most;
  private byte[] narrow = Buffers.bytes();
  private char[] wide = NONE;
  private boolean isWide;
  private int size;

  /** How many more bytes UTF-8 would take than there are characters. */
  private int more;

  StringSink(int most) {
    this.most = most;
  }

  @Override
  void text(Text text) {
    int length = text.string.length();
    more += text.utf8.length - length;
    byte[] latin1 = text.latin1;
    if (!isWide && latin1 != null) {
      require(length);
      System.arraycopy(latin1, 0, narrow, size, length);
    } else {
      widen();
      require(length);
      text.string.getChars(0, length, wide, size);
    }
    size += length;
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
    require(2);
    if (c < 0x100 && !isWide) {
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
      if (wide.length < size) {
        wide = new char[Math.max(size, narrow.length)];
      }
      for (int i = 0; i < size; i++) {
        wide[i] = (char) (narrow[i] & 0xFF);
      }
    }
  }

  private void require(int count) {
    if (count > (isWide ? wide.length : narrow.length) - size) {
      grow(count);
    }
  }

  private void grow(int count) {
    if (size + count + more > most + 1) {
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
    if (size + more > most) {
      throw new Full();
    }
    return isWide
        ? new String(wide, 0, size)
        : new String(narrow, 0, size, StandardCharsets.ISO_8859_1);
  }

  @Override
  void close() {
    Buffers.giveBack(narrow);
    if (isWide) {
      Buffers.giveBack(wide);
    }
  }
}
