package dev.shopbell.spring.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.Backlog;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.testkit.SampleDeliveries;
import dev.shopbell.testkit.SettableClock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spring-04")
class NotifierMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final AtomicReference<Backlog> backlog =
      new AtomicReference<>(new Backlog(7, Optional.of(SampleDeliveries.NOW.minusMillis(1500)), 2));
  private final NotifierMeters meters =
      new NotifierMeters(backlog::get, SettableClock.at(SampleDeliveries.NOW));

  NotifierMetersTest() {
    meters.bindTo(registry);
  }

  private double count(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }

  @Test
  void countsDeliveriesByTypeAttemptsByOutcomeAndEndsByState() {
    meters.queued(Samples.pending());
    meters.attempted(Samples.pending(), Samples.attempt(Samples.BUSY, 3), Samples.MESSAGE);
    meters.attempted(Samples.pending(), Samples.attempt(Samples.ACCEPTED, 5), Samples.MESSAGE);
    meters.ended(Samples.ended(DeliveryState.UNKNOWN));
    assertThat(count("shopbell.queued", "type", "order.paid")).isEqualTo(1);
    assertThat(count("shopbell.attempts", "outcome", "deferred", "reason", "unavailable"))
        .isEqualTo(1);
    assertThat(
            count("shopbell.attempts", "channel", "email", "transport", "relay", "reason", "none"))
        .isEqualTo(1);
    assertThat(registry.get("shopbell.wait").timer().totalTime(TimeUnit.SECONDS)).isEqualTo(8);
    assertThat(count("shopbell.ended", "type", "order.paid", "state", "unknown")).isEqualTo(1);
  }

  @Test
  void hasNoStoreAndNoPersonAmongItsTags() {
    meters.queued(Samples.pending());
    meters.attempted(Samples.pending(), Samples.attempt(Samples.REFUSED, 3), Samples.MESSAGE);
    meters.ended(Samples.ended(DeliveryState.FAILED));
    assertThat(registry.getMeters())
        .extracting(Meter::getId)
        .noneMatch(id -> id.toString().matches(".*=(tea|ann|.*customer|01[0-9a-z]{24}).*"));
  }

  @Test
  void tellsTheBacklogAndNoNumberWhereItCannotBeAsked() {
    assertThat(registry.get("shopbell.backlog.pending").gauge().value()).isEqualTo(7);
    assertThat(registry.get("shopbell.backlog.given.up").gauge().value()).isEqualTo(2);
    assertThat(registry.get("shopbell.backlog.late").timeGauge().value(TimeUnit.MILLISECONDS))
        .isEqualTo(1500);
    backlog.set(null);
    assertThat(registry.get("shopbell.backlog.pending").gauge().value()).isNaN();
  }
}
