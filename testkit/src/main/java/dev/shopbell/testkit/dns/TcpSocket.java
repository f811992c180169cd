package dev.shopbell.testkit.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Accepts connections in one thread of its own, and serves each in one of the pool. */
final class TcpSocket implements AutoCloseable {
  private static final int BACKLOG = 200;

  private final ServerSocket listener = new ServerSocket();
  private final Responder responder;
  private final Executor pool;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Thread loop;

  TcpSocket(InetSocketAddress address, Responder responder, Executor pool) throws IOException {
    this.responder = responder;
    this.pool = pool;
    bind(address);
    this.loop = Threads.start("dns-tcp-" + address, this::accept);
  }

  private void bind(InetSocketAddress address) throws IOException {
    try {
      listener.setReuseAddress(true);
      listener.bind(address, BACKLOG);
    } catch (IOException e) {
      listener.close();
      throw e;
    }
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        pool.execute(() -> serve(socket));
      } catch (IOException e) {
        // Closed, or a client that went away at once: the loop's condition tells.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        TcpDialogue dialogue = new TcpDialogue(socket)) {
      for (byte[] query = dialogue.next(); query.length > 0; query = dialogue.next()) {
        responder.respond(query, true, dialogue);
      }
    } catch (IOException e) {
      // The client went away: that is its own affair.
    } finally {
      open.remove(socket);
    }
  }

  /** Ends every connection where it is, and returns when the port is free again. */
  @Override
  public void close() {
    quietly(listener);
    Threads.join(loop);
    open.forEach(TcpSocket::quietly);
  }

  private static void quietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      // It is closed as far as it can be.
    }
  }
}
