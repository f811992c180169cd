package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.shopbell.address.Channel;
import dev.shopbell.store.StoreId;
import dev.shopbell.transport.Handover;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A transport and its provider for each test, and what the clauses do with them. */
abstract class TransportTests {
  static final StoreId STORE = new StoreId("contract-a");
  static final StoreId OTHER_STORE = new StoreId("contract-b");
  static final Duration SOON = Duration.ofMillis(700);
  static final Duration AMPLE = Duration.ofSeconds(20);
  final Clock clock = Clock.systemUTC();
  final List<AutoCloseable> opened = new ArrayList<>();
  Transport transport;
  StubProvider provider;

  /** Filled before each test; abstract classes of JUnit are made without arguments. */
  @SuppressWarnings("NullAway.Init")
  TransportTests() {}

  /** The transport, as its factory makes it. */
  protected abstract Transport transport(Clock clock) throws Exception;

  /** A new provider of the kind that the transport speaks to, on loopback. */
  protected abstract StubProvider provider() throws Exception;

  /** What this kind of provider cannot do, so that the clause is skipped. Better kept empty. */
  protected Set<Behaviour> unsupported() {
    return Set.of();
  }

  /** A message of the transport's channel, in whose words the text stands. */
  protected OutboundMessage message(String text) {
    return SampleMessages.of(channel(), text);
  }

  @BeforeEach
  final void open() throws Exception {
    transport = transport(clock);
    provider = newProvider();
  }

  @AfterEach
  final void close() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
    transport.close();
  }

  void assertReturnedInTime(long began) {
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .as("time taken for a deadline in " + SOON)
        .isLessThan(SOON.plus(transport.info().grace()).plusMillis(500));
  }

  Outcome send(Behaviour behaviour, Duration timeout) {
    assumeSupported(behaviour);
    provider.will(behaviour);
    return send(message("for " + behaviour), context(STORE, provider, timeout));
  }

  Outcome send(OutboundMessage message, SendContext context) {
    return Handover.send(transport, message, context, clock);
  }

  Future<Outcome> later(
      ExecutorService threads, CountDownLatch together, String text, SendContext context) {
    return threads.submit(
        () -> {
          together.await();
          return send(message(text), context);
        });
  }

  SendContext context(StoreId store, StubProvider provider, Duration timeout) {
    return SampleMessages.context(store, provider.endpoint(), clock, timeout);
  }

  StubProvider newProvider() throws Exception {
    StubProvider made = provider();
    opened.add(made);
    return made;
  }

  Channel channel() {
    return transport.info().channel();
  }

  void assumeSupported(Behaviour behaviour) {
    assumeFalse(unsupported().contains(behaviour), "this kind of provider cannot " + behaviour);
  }

  /** Waits until the provider has read that many messages, so that an interrupt comes after. */
  void awaitReceived(int count) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (provider.received().size() < count && System.nanoTime() < end) {
      never.await(5, TimeUnit.MILLISECONDS);
    }
    assertThat(provider.received()).as("messages that reached the provider").hasSize(count);
  }
}
