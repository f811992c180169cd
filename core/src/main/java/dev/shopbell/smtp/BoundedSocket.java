package dev.shopbell.smtp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A socket from which no more is read for one letter than any server needs to say. */
final class BoundedSocket extends Socket {
  private static final int MOST = 1_000_000;

  private final AtomicInteger left = new AtomicInteger(MOST);

  /** For the next letter. */
  void allowAnother() {
    left.set(MOST);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        return counted(super.read(), 1);
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        return counted(read, read);
      }
    };
  }

  private int counted(int result, int bytes) throws IOException {
    if (left.addAndGet(-Math.max(bytes, 0)) < 0) {
      throw new IOException("the server says too much: over " + MOST + " bytes for one letter");
    }
    return result;
  }
}
