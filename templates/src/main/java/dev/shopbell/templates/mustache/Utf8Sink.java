package dev.shopbell.templates.mustache;

import java.util.Arrays;

/** Collects bytes of UTF-8. */
final class Utf8Sink extends Sink {
  private final int most;
  private byte[] buffer = Buffers.bytes();
  private int size;

  Utf8Sink(int most) {
    this.most = most;
  }

  @Override
  void text(Text text) {
    byte[] bytes = text.utf8;
    require(bytes.length);
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
  }

  @Override
  @SuppressWarnings("deprecation") // Exactly what is wanted here: a character is a byte.
  void part(String text, int from, int to, int accents) {
    require(to - from + accents);
    if (accents == 0) {
      text.getBytes(from, to, buffer, size);
      size += to - from;
    } else {
      byte[] bytes = buffer;
      int at = size;
      for (int i = from; i < to; i++) {
        char c = text.charAt(i);
        if (c < 0x80) {
          bytes[at++] = (byte) c;
        } else {
          bytes[at++] = (byte) (0xC0 | c >> 6);
          bytes[at++] = (byte) (0x80 | (c & 0x3F));
        }
      }
      size = at;
    }
  }

  @Override
  void character(int c) {
    require(4);
    if (c < 0x80) {
      buffer[size++] = (byte) c;
    } else if (c < 0x800) {
      buffer[size++] = (byte) (0xC0 | c >> 6);
      buffer[size++] = (byte) (0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      buffer[size++] = (byte) (0xE0 | c >> 12);
      buffer[size++] = (byte) (0x80 | (c >> 6 & 0x3F));
      buffer[size++] = (byte) (0x80 | (c & 0x3F));
    } else {
      buffer[size++] = (byte) (0xF0 | c >> 18);
      buffer[size++] = (byte) (0x80 | (c >> 12 & 0x3F));
      buffer[size++] = (byte) (0x80 | (c >> 6 & 0x3F));
      buffer[size++] = (byte) (0x80 | (c & 0x3F));
    }
  }

  private void require(int more) {
    if (more > buffer.length - size) {
      grow(more);
    }
  }

  /** A character may be asked four bytes' room for; what counts against the limit is its size. */
  private void grow(int more) {
    if (size + more > most + 3 || size > most) {
      throw new Full();
    }
    buffer = Arrays.copyOf(buffer, Math.max(size + more, Math.min(2 * buffer.length, most + 3)));
  }

  byte[] bytes() {
    if (size > most) {
      throw new Full();
    }
    return Arrays.copyOf(buffer, size);
  }

  @Override
  void close() {
    Buffers.giveBack(buffer);
  }
}
