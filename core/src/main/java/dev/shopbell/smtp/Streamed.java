package dev.shopbell.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Writes a large letter, and tells whose fault it is when that fails: the connection's, or that of
 * whatever the letter is read from. It listens meanwhile: a server that answers before the end
 * refuses the letter.
 */
final class Streamed extends OutputStream {
  private static final int LISTEN_EVERY = 65_536;

  private final Wire wire;
  private final Duration timeout;
  private SmtpReply early = SmtpReply.NONE;
  private boolean broken;
  private int since;

  Streamed(Wire wire, Duration timeout) {
    this.wire = wire;
    this.timeout = timeout;
  }

  /** True when it was the connection. */
  boolean isBroken() {
    return broken;
  }

  /** What the server answered before the end; none when it did not. */
  SmtpReply early() {
    return early;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    try {
      wire.write(octets, from, length);
      since += length;
      if (since >= LISTEN_EVERY) {
        since = 0;
        listen();
      }
    } catch (IOException e) {
      broken = true;
      throw e;
    }
  }

  private void listen() throws IOException {
    if (wire.hasAnswer()) {
      early = wire.read(timeout);
      throw new IOException("the server answered before the letter's end: " + early.code());
    }
  }
}
