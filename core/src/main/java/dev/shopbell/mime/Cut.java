package dev.shopbell.mime;

import java.io.OutputStream;
import java.util.Arrays;

/** Keeps one side of the empty line that ends a letter's header. */
final class Cut extends OutputStream {
  private static final byte[] END = {'\r', '\n', '\r', '\n'};

  private final boolean head;
  private final Octets kept = new Octets(2_048);
  private int matched;

  private Cut(boolean head) {
    this.head = head;
  }

  /** Keeps the header, with the empty line. */
  static Cut head() {
    return new Cut(true);
  }

  /** Keeps what stands below. */
  static Cut body() {
    return new Cut(false);
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) {
    int at = from;
    while (at < from + length && matched < END.length) {
      matched = octets[at] == END[matched] ? matched + 1 : octets[at] == '\r' ? 1 : 0;
      at++;
    }
    if (head) {
      kept.write(octets, from, at - from);
    } else {
      kept.write(octets, at, from + length - at);
    }
  }

  byte[] kept() {
    return Arrays.copyOf(kept.room(0), kept.length());
  }
}
