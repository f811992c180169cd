package dev.shopbell.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** What servers on loopback have in common. */
final class Loopback {
  private static final int FIRST_PORT = 20_000;
  private static final int PORTS = 5_000;

  private Loopback() {}

  /** Listens on a free port below those that outgoing connections take. */
  static ServerSocket listen() {
    for (int port = FIRST_PORT + (int) (System.nanoTime() % PORTS); ; port++) {
      try {
        return listen(port);
      } catch (IOException e) {
        if (port > FIRST_PORT + 2 * PORTS) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
  }

  static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "scripted-smtp");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  static void closeQuietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      // It is closed as far as it can be.
    }
  }
}
