package dev.shopbell.smtp;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.Endpoint;
import dev.shopbell.testkit.ScriptedSmtpServer.Fault;
import dev.shopbell.testkit.SmtpStep;
import dev.shopbell.transport.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several accounts at one host, which has its most connections: nobody starves. */
@Timeout(60)
class FairnessTest {
  private static final Duration AMPLE = Duration.ofSeconds(30);

  private final Sending sending = new Sending();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicBoolean enough = new AtomicBoolean();

  @AfterEach
  void close() {
    enough.set(true);
    sending.close();
    threads.shutdownNow();
  }

  @Test
  void whoSendsWithoutAPauseMakesRoomForWhoHasNoConnection() throws Exception {
    sending.with(SmtpSettings.STANDARD.perHost(1));
    List<Future<Boolean>> busy = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      busy.add(threads.submit(() -> sendsUntilEnough(account(1))));
    }
    awaitAccepted(10);

    for (int account = 2; account < 5; account++) {
      assertThat(send(account(account), "of another")).isAccepted();
    }
    long accepted = sending.server.accepted().size();
    awaitAccepted(accepted + 10);
    enough.set(true);
    for (Future<Boolean> one : busy) {
      assertThat(one.get()).as("every letter of the busy one was taken").isTrue();
    }
  }

  @Test
  void manyAccountsShareFewConnections() throws Exception {
    sending.with(SmtpSettings.STANDARD.perHost(2));
    List<Future<Outcome>> sent = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Endpoint account = account(1 + i % 8);
      sent.add(threads.submit(() -> send(account, "one of many")));
    }
    for (Future<Outcome> one : sent) {
      assertThat(one.get()).isAccepted();
    }
    assertThat(sending.server.accepted()).hasSize(120);
  }

  @Test
  void anIdleConnectionEndsFirst() {
    sending.with(SmtpSettings.STANDARD.perHost(1));
    for (int account = 1; account < 6; account++) {
      assertThat(send(account(account), "one each")).isAccepted();
    }
  }

  @Test
  void whoGivesUpInTheLineHoldsNobodyUp() throws Exception {
    sending.with(SmtpSettings.STANDARD.perHost(1));
    sending.server.fault(SmtpStep.CONTENT, 1, Fault.HANG);
    Thread hanging = new Thread(() -> send(account(1), "hangs"));
    hanging.start();
    while (sending.server.received().isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(send(account(2), "gives up", Duration.ofMillis(200))).isDeferred();
    Future<Outcome> patient = threads.submit(() -> send(account(3), "waits"));
    hanging.interrupt();
    hanging.join();

    assertThat(patient.get()).isAccepted();
    assertThat(send(account(2), "comes again")).isAccepted();
  }

  private Endpoint account(int number) {
    Endpoint endpoint = sending.server.option("timeout", Integer.toString(20 + number)).endpoint();
    return endpoint;
  }

  private Outcome send(Endpoint endpoint, String words) {
    return send(endpoint, words, AMPLE);
  }

  private Outcome send(Endpoint endpoint, String words, Duration timeout) {
    return sending.send(
        endpoint, SmtpEnvelope.of(Sending.FROM, Sending.TO), Plain.letter(words), timeout);
  }

  private boolean sendsUntilEnough(Endpoint endpoint) {
    boolean all = true;
    while (!enough.get()) {
      all &= send(endpoint, "without a pause") instanceof Outcome.Accepted;
    }
    return all;
  }

  private void awaitAccepted(long letters) {
    while (sending.server.accepted().size() < letters) {
      Thread.onSpinWait();
    }
  }
}
