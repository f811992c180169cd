package dev.shopbell.testkit;

import dev.shopbell.store.Credential;
import dev.shopbell.store.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A plain-text SMTP server on loopback that takes every letter until it is told to do something
 * else at some step of the dialogue: another answer, none at all, or the end of the connection.
 */
public final class ScriptedSmtpServer implements StubProvider {
  /** What it does at a step, in place of its usual answer. */
  public enum Fault {
    /** Answers nothing and keeps the connection. */
    HANG,
    /** Closes the connection. */
    CUT,
    /** Begins to answer and stops in the middle of the line. */
    STALL
  }

  private static final int FIRST_PORT = 20_000;
  private static final int PORTS = 5_000;

  private final ServerSocket listener;
  private final Thread acceptor;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final Map<SmtpStep, Object> script = new EnumMap<>(SmtpStep.class);

  private ScriptedSmtpServer(ServerSocket listener) {
    this.listener = listener;
    this.acceptor = daemon(this::accept);
  }

  /**
   * A server on a free port below those that outgoing connections take, so that nobody else has it
   * while the server is closed and started again.
   */
  public static ScriptedSmtpServer start() {
    for (int port = FIRST_PORT + (int) (System.nanoTime() % PORTS); ; port++) {
      try {
        return start(port);
      } catch (UncheckedIOException e) {
        if (port > FIRST_PORT + 2 * PORTS) {
          throw e;
        }
      }
    }
  }

  /** A server on that port, such as that of one which was closed. */
  public static ScriptedSmtpServer start(int port) {
    try {
      return new ScriptedSmtpServer(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Gives that answer at that step from now on: a code and a text, without the line's end. */
  public synchronized ScriptedSmtpServer answer(SmtpStep step, String reply) {
    script.put(step, reply);
    return this;
  }

  /** Does that at that step from now on. */
  public synchronized ScriptedSmtpServer fault(SmtpStep step, Fault fault) {
    script.put(step, fault);
    return this;
  }

  /** Answers as usual again. */
  public synchronized ScriptedSmtpServer reset() {
    script.clear();
    return this;
  }

  /** Ends every open connection without a word, and goes on listening. */
  public void endConnections() {
    open.forEach(ScriptedSmtpServer::closeQuietly);
  }

  /** Every command that came, without what a client logs in with. */
  public List<String> commands() {
    return List.copyOf(commands);
  }

  /** An endpoint with a user and a credential, and without TLS, which this server does not have. */
  @Override
  public Endpoint endpoint() {
    return new Endpoint(
        "smtp",
        "127.0.0.1",
        port(),
        "",
        "relay-user",
        Credential.of("relay-secret-" + port()),
        Map.of("tls", "none"));
  }

  @Override
  public synchronized void will(Behaviour behaviour) {
    reset();
    switch (behaviour) {
      case ACCEPT -> {}
      case REFUSE_RECIPIENT -> answer(SmtpStep.RCPT, "550 5.1.1 no such user here");
      case REFUSE_CONTENT -> answer(SmtpStep.CONTENT, "554 5.6.0 content refused");
      case REFUSE_SENDER -> answer(SmtpStep.MAIL, "550 5.7.1 not allowed to send as this sender");
      case REFUSE_ACCOUNT -> answer(SmtpStep.AUTH, "535 5.7.8 bad credentials");
      case DEFER -> answer(SmtpStep.RCPT, "450 4.2.0 greylisted");
      case HANG -> fault(SmtpStep.CONTENT, Fault.HANG);
      case CUT -> fault(SmtpStep.CONTENT, Fault.CUT);
      case STALL -> fault(SmtpStep.CONTENT, Fault.STALL);
      case GARBAGE -> answer(SmtpStep.CONTENT, "\u0007\u0000garbage");
      case ERROR_PAGE -> answer(SmtpStep.CONTENT, "HTTP/1.1 502 Bad gateway");
    }
  }

  /** The letters that came whole, whatever was answered; the envelope stands in the head. */
  @Override
  public List<Received> received() {
    return List.copyOf(received);
  }

  /** Stops at once: every connection ends where it is. */
  @Override
  public void close() {
    closed.countDown();
    closeQuietly(listener);
    awaitAcceptor();
    endConnections();
  }

  /** What the script says for a step: an answer, a fault, or the usual answer. */
  synchronized Object at(SmtpStep step, String usual) {
    return script.getOrDefault(step, usual);
  }

  void took(String command) {
    commands.add(command);
  }

  void took(Received letter) {
    received.add(letter);
  }

  void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The port is free only when the thread that accepts has let go of it. */
  private void awaitAcceptor() {
    try {
      acceptor.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (closed.getCount() > 0) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        daemon(() -> serve(socket));
      } catch (IOException e) {
        closeQuietly(listener);
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      new ScriptedSmtpDialogue(this, socket).run();
    } catch (IOException e) {
      // The client went away: that is its own affair.
    } finally {
      open.remove(socket);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "scripted-smtp");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void closeQuietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      // It is closed as far as it can be.
    }
  }
}
