package dev.shopbell.smtp;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.Endpoint;
import dev.shopbell.testkit.ScriptedSmtpServer.Fault;
import dev.shopbell.testkit.SmtpStep;
import dev.shopbell.transport.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do what none should. */
@Timeout(60)
class BadServerTest {
  private static final Duration SOON = Duration.ofMillis(600);

  private final Sending sending = new Sending();

  @AfterEach
  void close() {
    sending.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"220-", "220 ", "x"})
  void aGreetingWithoutAnEndIsReadNoFurtherThanItMust(String beginning) {
    sending.server.answer(SmtpStep.CONNECT, beginning + "y".repeat(10_000_000));
    Outcome outcome = sending.send("x");
    assertThat(outcome).isDeferred();
    assertThat(((Outcome.Deferred) outcome).reply()).contains("says too much");
  }

  @Test
  void aGreetingOfManyLinesHasAnEndToo() {
    sending.server.answer(SmtpStep.CONNECT, "220-\r\n".repeat(100_000) + "220 at last");
    assertThat(sending.send("x")).isDeferred();
  }

  @Test
  void anOctetNowAndThenGainsAServerNoTime() {
    sending.server.option("timeout", "1").dribble(Duration.ofMillis(200));
    Outcome outcome = sending.send("x");
    assertThat(outcome).isDeferred();
    assertThat(((Outcome.Deferred) outcome).reply()).contains("no answer within 1000 ms");
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "CONTENT"})
  void itReturnsByTheDeadlineWhereverAServerFallsSilent(SmtpStep step) {
    sending.server.fault(step, Fault.HANG);
    Outcome outcome =
        sending.send(SmtpEnvelope.of(Sending.FROM, Sending.TO), Plain.letter("x"), SOON);
    if (step == SmtpStep.CONTENT) {
      assertThat(outcome).isUnknown();
    } else {
      assertThat(outcome).isDeferred();
    }
  }

  @Test
  void anEndInTheMiddleOfALargeLetterLeavesNothing() {
    sending.server.cutAfterReading(400_000);
    assertThat(sending.send(Plain.large(60_000_000))).isDeferred();
    assertThat(sending.server.received()).isEmpty();
  }

  @Test
  void aServerThatStopsReadingIsLeftAtTheDeadline() throws Exception {
    String replies = "220 deaf\r\n250-deaf\r\n250 PIPELINING\r\n250 ok\r\n250 ok\r\n354 go\r\n";
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SmtpClient client = SmtpClient.open(SmtpSettings.STANDARD)) {
      Thread server =
          new Thread(
              () -> {
                try {
                  deaf.accept().getOutputStream().write(replies.getBytes(US_ASCII));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      server.start();
      Endpoint endpoint = Endpoint.parse("smtp://127.0.0.1:" + deaf.getLocalPort() + "?tls=none");
      sending.use(client);
      Outcome outcome =
          sending.send(
              endpoint,
              SmtpEnvelope.of(Sending.FROM, Sending.TO),
              Plain.large(60_000_000),
              Duration.ofSeconds(1));
      assertThat(outcome).isDeferred();
      server.join();
    }
  }

  @Test
  void twoCodesInOneReplyAreNone() {
    sending.server.answer(SmtpStep.MAIL, "250-ok\r\n550 no");
    assertThat(sending.send("x")).isDeferred();
  }

  @Test
  void aDeadLoginCostsNoLetterThatAnOpenConnectionTakes() throws Exception {
    sending.server.option("pool", "4");
    assertThat(sending.send("opens one")).isAccepted();
    sending.server.answer(SmtpStep.CONNECT, "421 4.7.0 too many connections");
    assertThat(sending.together(20)).allMatch(outcome -> outcome instanceof Outcome.Accepted);
  }
}
