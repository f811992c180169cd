package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.shopbell.testkit.StubProvider.Received;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason.Scope;
import dev.shopbell.transport.SendContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every transport promises, as tests to inherit: a transport that passes may be trusted with
 * every promise of the library. Runs under JUnit 5.12 and later. Each test names its clause; the
 * transport meets a {@link StubProvider} that accepts, refuses, hangs, cuts and talks nonsense.
 *
 * <pre>{@code
 * class AcmeTransportTest extends TransportContract {
 *   protected Transport transport(Clock clock) {
 *     return new AcmeTransportFactory().create(clock);
 *   }
 *
 *   protected StubProvider provider() {
 *     return ScriptedGateway.start("acme")
 *         .answers(Behaviour.ACCEPT, 200, "{\"id\":\"42\"}")
 *         .answers(Behaviour.REFUSE_RECIPIENT, 422, "{\"error\":\"number\"}");
 *   }
 * }
 * }</pre>
 */
@Timeout(60)
public abstract class TransportContract extends TransportTests {
  /** For the test frameworks. */
  protected TransportContract() {}

  @Test
  void describesItselfTheSameWayEachTime() {
    assertThat(transport.info()).isEqualTo(transport.info());
    assertThat(transport.info().name()).isNotBlank();
  }

  @Test
  void acceptsUnderItsOwnName() {
    Outcome outcome = send(Behaviour.ACCEPT, AMPLE);
    assertThat(outcome).isAccepted();
    assertThat(((Outcome.Accepted) outcome).provider()).isEqualTo(transport.info().name());
    assertThat(provider.received()).hasSize(1);
  }

  @Test
  void reportsARefusedRecipientAsSuch() {
    assertThat(send(Behaviour.REFUSE_RECIPIENT, AMPLE)).isRejectedFor(Scope.RECIPIENT);
  }

  @Test
  void reportsRefusedContentAsSuch() {
    assertThat(send(Behaviour.REFUSE_CONTENT, AMPLE)).isRejectedFor(Scope.CONTENT);
  }

  @Test
  void reportsARefusedSenderAsSuch() {
    assertThat(send(Behaviour.REFUSE_SENDER, AMPLE)).isRejectedFor(Scope.SENDER);
  }

  @Test
  void reportsARefusedAccountAsSuch() {
    assertThat(send(Behaviour.REFUSE_ACCOUNT, AMPLE)).isRejectedFor(Scope.ACCOUNT);
  }

  @Test
  void reportsADeferralAsSuch() {
    assertThat(send(Behaviour.DEFER, AMPLE)).isDeferred();
  }

  @Test
  void noAnswerAfterItLeftIsUnknown() {
    assertThat(send(Behaviour.HANG, SOON)).isUnknown();
  }

  @Test
  void aConnectionCutAfterItLeftIsUnknown() {
    assertThat(send(Behaviour.CUT, AMPLE)).isUnknown();
  }

  @Test
  void nonsenseInAnswerIsUnknown() {
    assertThat(send(Behaviour.GARBAGE, AMPLE)).isUnknown();
  }

  @Test
  void anErrorPageFromSomethingBetweenIsUnknown() {
    assertThat(send(Behaviour.ERROR_PAGE, AMPLE)).isUnknown();
  }

  @Test
  void anAnswerThatStopsInTheMiddleIsUnknownByTheDeadline() {
    long began = System.nanoTime();
    assertThat(send(Behaviour.STALL, SOON)).isUnknown();
    assertReturnedInTime(began);
  }

  @Test
  void aProviderThatCannotBeReachedDefers() {
    SendContext context = context(STORE, provider, Duration.ofSeconds(5));
    provider.close();
    assertThat(send(message("nobody listens"), context)).isDeferred();
  }

  @Test
  void returnsByItsDeadlineAndGrace() {
    long began = System.nanoTime();
    send(Behaviour.HANG, SOON);
    assertReturnedInTime(began);
  }

  @Test
  void anInterruptEndsItAsUnknown() throws Exception {
    assumeSupported(Behaviour.HANG);
    provider.will(Behaviour.HANG);
    AtomicReference<Outcome> outcome = new AtomicReference<>();
    SendContext context = context(STORE, provider, AMPLE);
    Thread sender = new Thread(() -> outcome.set(send(message("interrupted"), context)));
    sender.start();
    awaitReceived(1);
    sender.interrupt();
    sender.join(transport.info().grace().plusMillis(1_500).toMillis());
    assertThat(sender.isAlive()).as("still sending after an interrupt and its grace").isFalse();
    assertThat(outcome.get()).isUnknown();
  }

  @Test
  void neverTriesAMessageTwice() {
    for (Behaviour behaviour : List.of(Behaviour.CUT, Behaviour.GARBAGE, Behaviour.DEFER)) {
      if (!unsupported().contains(behaviour)) {
        String marker = "once-" + behaviour;
        provider.will(behaviour);
        send(message(marker), context(STORE, provider, AMPLE));
        assertThat(provider.received().stream().filter(one -> one.contains(marker)).count())
            .as("times a message was handed over when the provider's answer was " + behaviour)
            .isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void passesTheKeyOnWhereTheProviderDeduplicates() {
    assumeFalse(!transport.info().deduplicates(), "it does not claim to de-duplicate");
    SendContext context = context(STORE, provider, AMPLE);
    send(message("with a key"), context);
    assertThat(provider.received()).anyMatch(one -> one.contains(context.key()));
  }

  @Test
  void lineBreaksInWordsSteerNothing() {
    for (String evil : List.of("\r\n", "\n", "\r", "\u0000\r\n")) {
      String text =
          "a" + evil + "X-Injected: yes" + evil + evil + "." + evil + "MAIL FROM:<x@y.example>";
      int before = provider.received().size();
      send(message(text), context(STORE, provider, AMPLE));
      List<Received> all = provider.received();
      assertThat(all.size() - before).as("messages made of one").isLessThanOrEqualTo(1);
      assertThat(all)
          .allSatisfy(
              one ->
                  assertThat(one.head().lines())
                      .noneMatch(
                          line ->
                              line.regionMatches(true, 0, "X-Injected", 0, 10)
                                  || line.contains("x@y")));
    }
  }

  @Test
  void tellsNobodyACredentialOrARecipient() {
    try (Overheard overheard = Overheard.begin()) {
      for (Behaviour behaviour : Behaviour.values()) {
        if (!unsupported().contains(behaviour)) {
          provider.will(behaviour);
          Outcome outcome = send(message("kept quiet"), context(STORE, provider, SOON));
          overheard.add(outcome.toString());
        }
      }
      overheard.add(transport.toString());
      overheard.add(transport.info().toString());
      String recipient = message("kept quiet").to().value();
      assertThat(overheard.text())
          .as("everything printed, logged and answered")
          .doesNotContain(provider.endpoint().credential().reveal())
          .doesNotContain(recipient);
    }
  }

  @Test
  void servesManyThreadsForStoresAtDifferentEndpoints() throws Exception {
    StubProvider other = newProvider();
    int each = 16;
    ExecutorService threads = Executors.newFixedThreadPool(2 * each);
    try {
      CountDownLatch together = new CountDownLatch(1);
      List<Future<Outcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < each; i++) {
        outcomes.add(later(threads, together, "marker-A-" + i, context(STORE, provider, AMPLE)));
        outcomes.add(later(threads, together, "marker-B-" + i, context(OTHER_STORE, other, AMPLE)));
      }
      together.countDown();
      for (Future<Outcome> outcome : outcomes) {
        assertThat(outcome.get(40, TimeUnit.SECONDS)).isAccepted();
      }
      assertThat(provider.received()).hasSize(each).allMatch(one -> one.contains("marker-A-"));
      assertThat(other.received()).hasSize(each).allMatch(one -> one.contains("marker-B-"));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void oneStoresBrokenEndpointStopsNoOther() throws Exception {
    assumeSupported(Behaviour.HANG);
    StubProvider healthy = newProvider();
    provider.will(Behaviour.HANG);
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      SendContext broken = context(STORE, provider, Duration.ofSeconds(6));
      threads.execute(() -> send(message("stuck"), broken));
      awaitReceived(1);
      SendContext context = context(OTHER_STORE, healthy, Duration.ofSeconds(3));
      assertThat(send(message("goes on"), context)).isAccepted();
    } finally {
      threads.shutdownNow();
      provider.close();
    }
  }
}
