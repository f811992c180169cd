package dev.shopbell.testkit.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One connection: messages, each behind its length in two octets. */
final class TcpDialogue implements ReplySink, AutoCloseable {
  private static final int LONGEST = 65_535;
  private static final long PAUSE_MILLIS = 50;

  private final DataInputStream in;
  private final DataOutputStream out;
  private final CountDownLatch closed = new CountDownLatch(1);

  TcpDialogue(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    this.in = new DataInputStream(socket.getInputStream());
    this.out = new DataOutputStream(socket.getOutputStream());
  }

  /** The next message, or nothing when there are no more. */
  byte[] next() throws IOException {
    try {
      byte[] message = new byte[in.readUnsignedShort()];
      in.readFully(message);
      return message;
    } catch (EOFException e) {
      return new byte[0];
    }
  }

  @Override
  public void send(byte[] message) {
    byte[] framed = new byte[message.length + 2];
    framed[0] = (byte) (message.length >> 8);
    framed[1] = (byte) message.length;
    System.arraycopy(message, 0, framed, 2, message.length);
    try {
      write(framed);
    } catch (IOException e) {
      // The client went away: that is its own affair.
    }
  }

  @Override
  public void trickle(byte[] beginning) {
    try {
      write(new byte[] {(byte) 0xFF, (byte) 0xFF});
      for (int i = 0; i < LONGEST - 1; i++) {
        write(new byte[] {i < beginning.length ? beginning[i] : 0});
        if (closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (IOException e) {
      // The client had enough of it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void write(byte[] octets) throws IOException {
    out.write(octets);
    out.flush();
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
