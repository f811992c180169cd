package dev.shopbell.cli;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A message after DATA, without the dots that were doubled, up to the dot alone (RFC 5321). */
final class DottedStream extends InputStream {
  private static final int END = -1;

  private final InputStream in;
  private boolean lineStart = true;
  private boolean ended;

  DottedStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    if (ended) {
      return END;
    }
    int b = next();
    if (lineStart && b == '.') {
      b = next();
      if (b == '\n' || (b == '\r' && isEnd())) {
        ended = true;
        return END;
      }
    }
    lineStart = b == '\n';
    return b;
  }

  /** After the dot and CR: the end is LF; whatever else follows is left for the next call. */
  private boolean isEnd() throws IOException {
    in.mark(1);
    if (next() == '\n') {
      return true;
    }
    in.reset();
    return false;
  }

  private int next() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new EOFException("it ended in the middle of a message");
    }
    return b;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int count = 0;
    while (count < most) {
      int b = read();
      if (b == END) {
        return count == 0 ? END : count;
      }
      into[from + count++] = (byte) b;
    }
    return count;
  }
}
