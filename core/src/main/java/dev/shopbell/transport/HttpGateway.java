package dev.shopbell.transport;

import dev.shopbell.store.Endpoint;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * One HTTP exchange as a transport must have it: over by the deadline, the answer's body included;
 * ended by an interrupt; never repeated; and a broken wire told as one on which nothing left, or
 * something may have. For transports to HTTP gateways; one object serves all threads and endpoints.
 */
public final class HttpGateway {
  /** The client's own time-out comes first: it knows whether there was a connection. */
  private static final Duration MARGIN = Duration.ofMillis(200);

  private static final int LONGEST_ANSWER = 100_000;

  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  /** With the clock that the factory was given. */
  public HttpGateway(Clock clock) {
    this.clock = clock;
  }

  /**
   * What a gateway answered.
   *
   * @param status the HTTP status
   * @param headers as they came
   * @param body as UTF-8, at most the first 100,000 bytes
   */
  public record Answer(int status, HttpHeaders headers, String body) {
    /** The seconds of a Retry-After header; empty when there is none, or it names a date. */
    public Optional<Duration> retryAfter() {
      return headers
          .firstValue("Retry-After")
          .filter(seconds -> seconds.matches("[0-9]{1,6}"))
          .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    /** Without the body, which may be personal. */
    @Override
    public String toString() {
      return "Answer[" + status + "]";
    }
  }

  /**
   * The address of a resource at an endpoint: https, or http where the endpoint says {@code
   * ?tls=none}; the endpoint's own path goes before it.
   *
   * @param path begins with a slash
   */
  public static URI uri(Endpoint endpoint, String path) {
    boolean plain = endpoint.option("tls").orElse("required").equals("none");
    String host = endpoint.host().contains(":") ? "[" + endpoint.host() + "]" : endpoint.host();
    return URI.create(
        "%s://%s:%s%s%s"
            .formatted(
                plain ? "http" : "https",
                host,
                endpoint.portOr(plain ? 80 : 443),
                endpoint.path().replaceFirst("/+$", ""),
                path));
  }

  /**
   * Sends a request and waits for the whole answer.
   *
   * @throws TransportException when there was no connection, and nothing left; or no answer came in
   *     time or at all, and it may have
   * @throws InterruptedException when the thread was interrupted; the request may have left
   */
  public Answer exchange(HttpRequest request, SendContext context)
      throws TransportException, InterruptedException {
    Duration left = context.remaining(clock).plusMillis(1);
    HttpRequest inTime =
        HttpRequest.newBuilder(request, (name, value) -> true).timeout(left).build();
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(inTime, head -> new BoundedBody(LONGEST_ANSWER));
    try {
      HttpResponse<String> response =
          answer.get(left.plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (TimeoutException e) {
      throw TransportException.mayHaveLeft(
          "no answer from " + context.endpoint() + " in time", null);
    } catch (ExecutionException e) {
      throw broken(e, context.endpoint());
    } finally {
      answer.cancel(true);
    }
  }

  private static TransportException broken(ExecutionException e, Endpoint endpoint) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof ConnectException
          || t instanceof HttpConnectTimeoutException
          || t instanceof SSLHandshakeException) {
        return TransportException.nothingLeft("cannot connect to " + endpoint, null);
      }
    }
    return TransportException.mayHaveLeft("no answer from " + endpoint, null);
  }
}
