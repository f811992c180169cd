package dev.shopbell.mime;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Octets that grow as they are written. */
final class Octets extends OutputStream implements Segment {
  private byte[] array;
  private int size;

  Octets(int expected) {
    array = new byte[Math.max(expected, 64)];
  }

  /** Makes room for so many more, to be put by {@link #set}. */
  byte[] room(int more) {
    if (array.length - size < more) {
      array = Arrays.copyOf(array, Math.max(array.length * 2, Math.addExact(size, more)));
    }
    return array;
  }

  int length() {
    return size;
  }

  /** Says how far what {@link #room} gave has been filled. */
  void set(int end) {
    size = end;
  }

  @Override
  public void write(int octet) {
    room(1)[size++] = (byte) octet;
  }

  @Override
  public void write(byte[] octets, int from, int length) {
    System.arraycopy(octets, from, room(length), size, length);
    size += length;
  }

  /** Writes text in UTF-8, which for ASCII is one octet a character. */
  Octets text(String text) {
    int length = text.length();
    byte[] to = room(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        byte[] rest = text.substring(i).getBytes(StandardCharsets.UTF_8);
        write(rest, 0, rest.length);
        return this;
      }
      to[size++] = (byte) c;
    }
    return this;
  }

  Octets crlf() {
    byte[] to = room(2);
    to[size++] = '\r';
    to[size++] = '\n';
    return this;
  }

  boolean endsLine() {
    return size >= 2 && array[size - 2] == '\r' && array[size - 1] == '\n';
  }

  byte[] copy() {
    return Arrays.copyOf(array, size);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(array, 0, size);
  }

  @Override
  public String toString() {
    return size + " octets";
  }
}
