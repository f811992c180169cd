package dev.shopbell.cli;

import dev.shopbell.inbound.InboundMail;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * A small receiver for the mail server of a host, on loopback: LMTP (RFC 2033), and as much of SMTP
 * (RFC 5321) as a relay needs. It keeps nothing: a message is accepted when it was handled.
 */
final class LmtpServer implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int MOST_AT_ONCE = 20;
  private static final int SILENCE = 300_000;

  private final ServerSocket listener;
  private final Consumer<InboundMail> handler;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Semaphore room = new Semaphore(MOST_AT_ONCE);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch ended = new CountDownLatch(1);

  private LmtpServer(ServerSocket listener, Consumer<InboundMail> handler) {
    this.listener = listener;
    this.handler = handler;
  }

  /** Listens on loopback; 0 for any port that is free. */
  static LmtpServer start(int port, Consumer<InboundMail> handler) throws IOException {
    ServerSocket listener = new ServerSocket(port, 50, InetAddress.getByAddress(LOOPBACK));
    LmtpServer server = new LmtpServer(listener, handler);
    Thread loop = new Thread(server::listen, "lmtp");
    loop.setDaemon(true);
    loop.start();
    return server;
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Waits until it is closed. */
  void await() throws InterruptedException {
    ended.await();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
    ended.countDown();
  }

  private void listen() {
    try {
      while (true) {
        room.acquire();
        Socket socket = listener.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      }
    } catch (SocketException | InterruptedException e) {
      ended.countDown();
    } catch (IOException e) {
      System.err.println("no more connections can be taken: " + e.getMessage());
      ended.countDown();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setSoTimeout(SILENCE);
      new LmtpDialogue(socket.getInputStream(), socket.getOutputStream(), handler).run();
    } catch (IOException e) {
      System.err.println("a connection ended: " + e.getMessage());
    } finally {
      open.remove(socket);
      room.release();
    }
  }
}
