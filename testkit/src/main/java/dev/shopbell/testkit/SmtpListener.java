package dev.shopbell.testkit;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Accepts connections on one port, and gives each a thread, until it is closed. */
final class SmtpListener {
  private final ServerSocket listener;
  private final Handler handler;
  private final Thread acceptor;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** What is done with a connection. */
  interface Handler {
    void serve(Socket socket) throws IOException;
  }

  SmtpListener(ServerSocket listener, Handler handler) {
    this.listener = listener;
    this.handler = handler;
    this.acceptor = Loopback.thread(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  void endConnections() {
    open.forEach(Loopback::closeQuietly);
  }

  /** Waits so long, or until it is closed. */
  void pause(Duration time) {
    try {
      closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The port is free only when the thread that accepts has let go of it. */
  void close() {
    closed.countDown();
    Loopback.closeQuietly(listener);
    try {
      acceptor.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    endConnections();
  }

  private void accept() {
    while (closed.getCount() > 0) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        Loopback.thread(() -> serve(socket));
      } catch (IOException e) {
        Loopback.closeQuietly(listener);
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      handler.serve(socket);
    } catch (IOException | RuntimeException e) {
      // The client went away, or the connection was cut: that is as it should be.
    } finally {
      open.remove(socket);
    }
  }
}
