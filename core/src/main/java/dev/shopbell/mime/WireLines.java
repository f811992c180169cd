package dev.shopbell.mime;

import java.io.IOException;
import java.io.OutputStream;

/** Ends each line that goes through with CR LF, and takes notes on what goes through. */
final class WireLines extends OutputStream {
  private final OutputStream out;
  private final byte[] buffer = new byte[8_192];
  private int filled;
  private int last = '\n';
  private long written;
  private int column;
  private boolean body;
  private boolean eightBit;
  private boolean utf8;

  WireLines(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(octets[i]);
    }
  }

  @Override
  public void write(int octet) throws IOException {
    int now = octet & 0xFF;
    if (now == '\r' || (now == '\n' && last != '\r')) {
      put('\r');
      put('\n');
      body |= column == 0;
      column = 0;
    } else if (now != '\n') {
      put(now);
      column++;
      eightBit |= body && now > 127;
      utf8 |= !body && now > 127;
    }
    last = now;
  }

  private void put(int octet) throws IOException {
    if (filled == buffer.length) {
      empty();
    }
    buffer[filled++] = (byte) octet;
    written++;
  }

  private void empty() throws IOException {
    out.write(buffer, 0, filled);
    filled = 0;
  }

  /** Ends the last line, and hands on what is left. */
  void end() throws IOException {
    if (column > 0) {
      write('\n');
    }
    empty();
  }

  long size() {
    return written;
  }

  boolean isEightBit() {
    return eightBit;
  }

  boolean needsUtf8() {
    return utf8;
  }
}
