package dev.shopbell.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.shopbell.store.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP gateway on a free port of loopback, answering as a provider's documentation says. It
 * hangs and cuts by itself; every other answer is given to it.
 */
public final class ScriptedGateway implements StubProvider {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(ScriptedGateway::daemon);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Map<Behaviour, Answer> answers = new EnumMap<>(Behaviour.class);
  private final Map<String, String> options = new ConcurrentHashMap<>();
  private final Endpoint plain;
  private volatile Behaviour behaviour = Behaviour.ACCEPT;

  private record Answer(int status, String body, Map<String, String> headers) {}

  private ScriptedGateway(String scheme) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int port = server.getAddress().getPort();
    plain = Endpoint.parse(scheme + "://k-user:k-secret-" + port + "@127.0.0.1:" + port);
    answers(Behaviour.GARBAGE, 200, "<<<\u0000 not an answer");
    answers(Behaviour.ERROR_PAGE, 502, "<html><h1>Bad gateway</h1></html>");
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** A gateway at an endpoint of that scheme, with a user and a credential. */
  public static ScriptedGateway start(String scheme) {
    return new ScriptedGateway(scheme);
  }

  /** Answers so when it behaves so: an HTTP status and a body. */
  public ScriptedGateway answers(Behaviour behaviour, int status, String body) {
    return answers(behaviour, status, body, Map.of());
  }

  /** The same, with headers such as {@code Retry-After}. */
  public ScriptedGateway answers(
      Behaviour behaviour, int status, String body, Map<String, String> headers) {
    answers.put(behaviour, new Answer(status, body, Map.copyOf(headers)));
    return this;
  }

  /** Gives its endpoint an option, as in {@code ?tls=none}. */
  public ScriptedGateway option(String name, String value) {
    options.put(name, value);
    return this;
  }

  @Override
  public Endpoint endpoint() {
    return new Endpoint(
        plain.scheme(), plain.host(), plain.port(), "", plain.user(), plain.credential(), options);
  }

  /**
   * Behaves so from now on.
   *
   * @throws IllegalStateException when no answer was given for it
   */
  @Override
  public void will(Behaviour behaviour) {
    boolean byItself =
        behaviour == Behaviour.CUT || behaviour == Behaviour.HANG || behaviour == Behaviour.STALL;
    if (!byItself && !answers.containsKey(behaviour)) {
      throw new IllegalStateException(
          "no answer is scripted for %s: give one by answers(%s, status, body), or name it in unsupported()"
              .formatted(behaviour, behaviour));
    }
    this.behaviour = behaviour;
  }

  @Override
  public List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Behaviour now = behaviour;
    byte[] body = exchange.getRequestBody().readAllBytes();
    received.add(new Received(head(exchange), new String(body, StandardCharsets.UTF_8)));
    if (now == Behaviour.HANG) {
      awaitClose();
    }
    if (now == Behaviour.STALL) {
      exchange.sendResponseHeaders(200, 1_000);
      exchange.getResponseBody().write('o');
      exchange.getResponseBody().flush();
      awaitClose();
    }
    Answer answer = answers.get(now);
    if (answer != null) {
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
      exchange.getResponseBody().write(text);
    }
    exchange.close();
  }

  private static String head(HttpExchange exchange) {
    StringBuilder head =
        new StringBuilder(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\r\n");
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> values.forEach(v -> head.append(name + ": " + v + "\r\n")));
    return head.toString();
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "scripted-gateway");
    thread.setDaemon(true);
    return thread;
  }
}
