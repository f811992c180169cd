package dev.shopbell.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a file to its known end, and says when it is the file that failed and not the wire. */
final class FileInput extends FilterInputStream {
  private long left;

  FileInput(InputStream in, long size) {
    super(in);
    this.left = size;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    try {
      int read = in.read(to, from, (int) Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    } catch (IOException e) {
      throw new AttachmentException("cannot be read", e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      in.close();
    } catch (IOException e) {
      throw new AttachmentException("cannot be closed", e);
    }
  }
}
