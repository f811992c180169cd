package dev.shopbell.spring.watch;

import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Backlog;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryListener;
import dev.shopbell.transport.OutboundMessage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Counts deliveries, with tags of few values: no store, no recipient.
 *
 * <ul>
 *   <li>{@code shopbell.queued} by type: deliveries that were stored and whose transaction
 *       committed
 *   <li>{@code shopbell.attempts} by channel, transport, outcome and reason
 *   <li>{@code shopbell.wait} by channel: from when a delivery might go out to the end of its first
 *       attempt
 *   <li>{@code shopbell.ended} by type and state: each state that deliveries came to; one that was
 *       accepted may come to delivered after it
 *   <li>{@code shopbell.backlog.pending}, {@code shopbell.backlog.late} (a time) and {@code
 *       shopbell.backlog.given.up}, asked of the store at most every ten seconds; not a number
 *       where it cannot be asked
 * </ul>
 */
final class NotifierMeters implements DeliveryListener, MeterBinder {
  private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();
  private final Supplier<Backlog> backlog;
  private final Clock clock;

  NotifierMeters(Supplier<Backlog> backlog, Clock clock) {
    this.backlog = backlog;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    registries.add(registry);
    Gauge.builder("shopbell.backlog.pending", () -> ask(Backlog::pending))
        .description("Deliveries that wait or are under way, counted up to " + Backlog.MOST)
        .register(registry);
    Gauge.builder("shopbell.backlog.given.up", () -> ask(Backlog::givenUp))
        .description("Deliveries that were given up, counted up to " + Backlog.MOST)
        .register(registry);
    TimeGauge.builder("shopbell.backlog.late", () -> ask(this::late), TimeUnit.SECONDS)
        .description("How long the delivery that waits longest is due")
        .register(registry);
  }

  private double late(Backlog waiting) {
    return waiting.late(clock.instant()).toMillis() / 1000.0;
  }

  private double ask(ToDoubleFunction<Backlog> value) {
    try {
      return value.applyAsDouble(backlog.get());
    } catch (RuntimeException e) {
      return Double.NaN;
    }
  }

  @Override
  public void queued(Delivery delivery) {
    count("shopbell.queued", "type", delivery.notice().type());
  }

  @Override
  public void attempted(Delivery delivery, Attempt attempt, OutboundMessage message) {
    String channel = attempt.channel().name();
    count(
        "shopbell.attempts",
        "channel",
        channel,
        "transport",
        AttemptTags.transport(attempt.transport()),
        "outcome",
        AttemptTags.outcome(attempt.outcome()),
        "reason",
        AttemptTags.reason(attempt.outcome()));
    if (attempt.number() == 1) {
      Duration wait = Duration.between(delivery.window().notBefore(), attempt.at());
      registries.forEach(
          registry -> registry.timer("shopbell.wait", "channel", channel).record(wait));
    }
  }

  @Override
  public void ended(Delivery delivery) {
    String state = AttemptTags.word(delivery.state());
    count("shopbell.ended", "type", delivery.notice().type(), "state", state);
  }

  private void count(String name, String... tags) {
    registries.forEach(registry -> registry.counter(name, tags).increment());
  }
}
