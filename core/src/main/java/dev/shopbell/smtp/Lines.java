package dev.shopbell.smtp;

import dev.shopbell.internal.OctetRuns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * The lines of a letter: ended by CR LF each, and doubled in their first dot where they go to DATA.
 */
final class Lines {
  private Lines() {}

  /** The same octets with every line ended by CR LF, the last one too. */
  static byte[] regular(byte[] bytes) {
    return look(bytes) == Look.IRREGULAR ? through(bytes, false) : bytes;
  }

  /** Regular lines as they go to DATA; without the final dot. */
  static byte[] stuffed(byte[] regular) {
    return look(regular) == Look.PLAIN ? regular : through(regular, true);
  }

  /** What has to be done to lines. */
  enum Look {
    /** Nothing. */
    PLAIN,
    /** A dot at a line's beginning is doubled. */
    DOTTED,
    /** A line is not ended by CR LF. */
    IRREGULAR
  }

  /** In one pass, since this is done with each letter. */
  static Look look(byte[] bytes) {
    boolean dotted = bytes.length > 0 && bytes[0] == '.';
    int length = bytes.length;
    for (int i = OctetRuns.control(bytes, 0); i < length; i = OctetRuns.control(bytes, i + 1)) {
      byte c = bytes[i];
      if (c == '\n') {
        if (i == 0 || bytes[i - 1] != '\r') {
          return Look.IRREGULAR;
        }
        dotted |= i + 1 < bytes.length && bytes[i + 1] == '.';
      } else if (c == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n')) {
        return Look.IRREGULAR;
      }
    }
    boolean ended = bytes.length == 0 || bytes[bytes.length - 1] == '\n';
    return !ended ? Look.IRREGULAR : dotted ? Look.DOTTED : Look.PLAIN;
  }

  /** What is written is made regular, and its dots are doubled where told. */
  static OutputStream to(OutputStream out, boolean stuffing) {
    return new Through(out, stuffing);
  }

  private static byte[] through(byte[] bytes, boolean stuffing) {
    ByteArrayOutputStream made = new ByteArrayOutputStream(bytes.length + bytes.length / 32 + 64);
    try (OutputStream out = to(made, stuffing)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made.toByteArray();
  }

  /** Its end is its {@link #close()}, which ends the last line and leaves what is behind open. */
  private static final class Through extends OutputStream {
    private final OutputStream out;
    private final boolean stuffing;
    private final byte[] held = new byte[8_192];
    private int used;
    private int last = '\n';

    Through(OutputStream out, boolean stuffing) {
      this.out = out;
      this.stuffing = stuffing;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    /** Most octets go through as they are, in spans between those before which one is missing. */
    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      int span = from;
      for (int i = from; i < from + length; i++) {
        byte c = bytes[i];
        if ((last == '\r') != (c == '\n') || (c == '.' && last == '\n' && stuffing)) {
          put(bytes, span, i - span);
          mend(c);
          span = i;
        }
        last = c;
      }
      put(bytes, span, from + length - span);
    }

    private void mend(byte next) throws IOException {
      if (last == '\r' && next != '\n') {
        put('\n');
        last = '\n';
      }
      if (next == '\n' && last != '\r') {
        put('\r');
      }
      if (stuffing && next == '.' && last == '\n') {
        put('.');
      }
    }

    @Override
    public void close() throws IOException {
      if (last == '\r') {
        put('\n');
      } else if (last != '\n') {
        put('\r');
        put('\n');
      }
      last = '\n';
      pass();
    }

    private void put(int c) throws IOException {
      if (used == held.length) {
        pass();
      }
      held[used++] = (byte) c;
    }

    private void put(byte[] bytes, int from, int length) throws IOException {
      if (length > held.length - used) {
        pass();
      }
      if (length > held.length) {
        out.write(bytes, from, length);
      } else {
        System.arraycopy(bytes, from, held, used, length);
        used += length;
      }
    }

    private void pass() throws IOException {
      out.write(held, 0, used);
      used = 0;
    }
  }
}
