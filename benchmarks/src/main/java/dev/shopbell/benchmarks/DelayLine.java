package dev.shopbell.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** A line on which every octet arrives a time after it was sent, as many as there are. */
final class DelayLine {
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  private final InputStream in;
  private final OutputStream out;
  private final long nanos;
  private final BlockingQueue<Parcel> underWay = new LinkedBlockingQueue<>(4_096);

  /** What was sent together; nothing for the end. */
  private record Parcel(long due, List<byte[]> octets) {}

  private DelayLine(Socket from, Socket to, long nanos) throws IOException {
    this.in = from.getInputStream();
    this.out = to.getOutputStream();
    this.nanos = nanos;
  }

  /** A line to that port on loopback; the port of its near end. */
  static int to(int port, int millisOneWay) throws IOException {
    ServerSocket near = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    THREADS.execute(
        () -> {
          while (true) {
            try {
              join(near.accept(), new Socket(InetAddress.getLoopbackAddress(), port), millisOneWay);
            } catch (IOException e) {
              return;
            }
          }
        });
    return near.getLocalPort();
  }

  private static void join(Socket near, Socket far, int millis) throws IOException {
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    new DelayLine(near, far, millis * 1_000_000L).start();
    new DelayLine(far, near, millis * 1_000_000L).start();
  }

  private void start() {
    THREADS.execute(this::read);
    THREADS.execute(this::write);
  }

  private void read() {
    byte[] buffer = new byte[1 << 16];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        underWay.put(parcel(List.of(Arrays.copyOf(buffer, read))));
      }
    } catch (IOException | InterruptedException e) {
      // It ends here too.
    }
    underWay.add(parcel(List.of()));
  }

  private Parcel parcel(List<byte[]> octets) {
    return new Parcel(System.nanoTime() + nanos, octets);
  }

  private void write() {
    try (out) {
      for (Parcel next = underWay.take(); !next.octets().isEmpty(); next = underWay.take()) {
        for (long left = next.due() - System.nanoTime(); left > 0; ) {
          LockSupport.parkNanos(left);
          left = next.due() - System.nanoTime();
        }
        out.write(next.octets().get(0));
      }
    } catch (IOException | InterruptedException e) {
      // It ends here too.
    }
  }
}
