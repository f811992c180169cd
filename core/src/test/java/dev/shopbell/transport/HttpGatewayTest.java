package dev.shopbell.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.shopbell.store.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpGatewayTest {
  private final Clock clock = Clock.systemUTC();
  private final HttpGateway gateway = new HttpGateway(clock);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "acme://gw.example, https://gw.example:443/send",
    "acme://gw.example:8443/, https://gw.example:8443/send",
    "acme://gw.example/v2/, https://gw.example:443/v2/send",
    "acme://gw.example/a%20b?tls=none, http://gw.example:80/a%20b/send",
    "acme://[::1]:9?tls=none, http://[::1]:9/send"
  })
  void putsTheAddressTogether(String endpoint, String uri) {
    assertThat(HttpGateway.uri(Endpoint.parse(endpoint), "/send")).hasToString(uri);
  }

  @Test
  void givesStatusHeadersAndBody() throws Exception {
    server.createContext("/", exchange -> answer(exchange, 429, "später"));
    HttpGateway.Answer answer = exchange(Duration.ofSeconds(10));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body()).isEqualTo("später");
    assertThat(answer.retryAfter()).contains(Duration.ofSeconds(30));
    assertThat(answer).hasToString("Answer[429]");
  }

  @Test
  void readsNoMoreOfAnAnswerThanItMust() throws Exception {
    server.createContext("/", exchange -> answer(exchange, 200, "x".repeat(5_000_000)));
    assertThat(exchange(Duration.ofSeconds(10)).body()).hasSize(100_000);
  }

  @Test
  void nothingLeftWhereNobodyListens() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThatThrownBy(
            () -> exchange("acme://127.0.0.1:" + free + "?tls=none", Duration.ofSeconds(10)))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.mayHaveLeft()).isFalse())
        .hasMessage("cannot connect to acme://127.0.0.1:" + free);
  }

  @Test
  void mayHaveLeftWhereTheConnectionIsCut() {
    server.createContext("/", HttpExchange::close);
    assertThatThrownBy(() -> exchange(Duration.ofSeconds(10)))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.mayHaveLeft()).isTrue());
  }

  private HttpGateway.Answer exchange(Duration timeout) throws Exception {
    return exchange("acme://127.0.0.1:" + server.getAddress().getPort() + "?tls=none", timeout);
  }

  private HttpGateway.Answer exchange(String endpoint, Duration timeout) throws Exception {
    SendContext context = Fake.to(endpoint);
    SendContext soon =
        new SendContext(
            context.store(),
            context.delivery(),
            context.key(),
            clock.instant().plus(timeout),
            context.endpoint(),
            Map.of());
    HttpRequest request = HttpRequest.newBuilder(HttpGateway.uri(soon.endpoint(), "/send")).build();
    return gateway.exchange(request, soon);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Retry-After", "30");
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
