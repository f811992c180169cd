package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.NotifierBuilder;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryListener;
import dev.shopbell.plan.Candidate;
import dev.shopbell.plan.Gate;
import dev.shopbell.plan.SkipReason;
import dev.shopbell.testkit.RecordingTransport;
import dev.shopbell.transport.TransportFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.Ordered;

@Tag("spring-01")
class OrderedBeansTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");
  private final List<String> calls = new ArrayList<>();

  private record NamedGate(String name, int getOrder, List<String> calls) implements Gate, Ordered {
    @Override
    public Optional<SkipReason> refuses(Candidate candidate) {
      calls.add(name);
      return Optional.empty();
    }
  }

  private record NamedListener(String name, int getOrder, List<String> calls)
      implements DeliveryListener, Ordered {
    @Override
    public void queued(Delivery delivery) {
      calls.add(name);
    }
  }

  private record Timeout(int seconds, int getOrder) implements NotifierCustomizer, Ordered {
    @Override
    public void customize(NotifierBuilder builder) {
      builder.attemptTimeout(Duration.ofSeconds(seconds));
    }
  }

  @Test
  void asksGatesInTheirOrder() {
    Host.with(Host.sms())
        .withBean("late", Gate.class, () -> new NamedGate("late", 2, calls))
        .withBean("early", Gate.class, () -> new NamedGate("early", 1, calls))
        .run(
            context -> {
              context.getBean(Notifier.class).explain(Host.STORE, Host.paid());
              assertThat(calls).startsWith("early", "late");
            });
  }

  @Test
  void skipsAChannelThatAGateRefuses() {
    Gate switches = Gate.switches(candidate -> false);
    Host.with(Host.sms())
        .withBean(Gate.class, () -> switches)
        .run(
            context ->
                assertThat(
                        context.getBean(Notifier.class).send(Host.STORE, Host.paid()).deliveries())
                    .isEmpty());
  }

  @Test
  void tellsListenersInTheirOrder() {
    Host.with(Host.sms())
        .withBean("late", DeliveryListener.class, () -> new NamedListener("late", 2, calls))
        .withBean("early", DeliveryListener.class, () -> new NamedListener("early", 1, calls))
        .run(
            context -> {
              context.getBean(Notifier.class).send(Host.STORE, Host.paid());
              assertThat(calls).containsExactly("early", "late");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"fake", "smtp"})
  void opensTransportsByTheHostsFactoriesFirst(String scheme) {
    FakeTransportFactory factory = new FakeTransportFactory(scheme);
    Host.without()
        .withBean(TransportFactory.class, () -> factory)
        .withPropertyValues("shopbell.transports[0]=" + scheme + "://gateway", "shopbell.workers=0")
        .run(
            context -> {
              Notifier notifier = context.getBean(Notifier.class);
              notifier.send(Host.STORE, Host.paid());
              notifier.dispatch();
              assertThat(factory.transport().sent().get(0).context().endpoint().host())
                  .isEqualTo("gateway");
            });
  }

  @Test
  void givesCustomizersTheLastWordInTheirOrder() {
    RecordingTransport transport = Host.sms();
    Host.with(transport)
        .withPropertyValues("shopbell.attempt-timeout=30s")
        .withBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC))
        .withBean("last", NotifierCustomizer.class, () -> new Timeout(50, 2))
        .withBean("first", NotifierCustomizer.class, () -> new Timeout(40, 1))
        .run(
            context -> {
              Notifier notifier = context.getBean(Notifier.class);
              notifier.send(Host.STORE, Host.paid());
              notifier.dispatch();
              assertThat(transport.sent().get(0).context().deadline())
                  .isEqualTo(NOW.plusSeconds(50));
            });
  }
}
