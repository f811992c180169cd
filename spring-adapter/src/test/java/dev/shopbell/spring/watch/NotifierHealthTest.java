package dev.shopbell.spring.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.DomainName;
import dev.shopbell.delivery.Backlog;
import dev.shopbell.delivery.Tracing;
import dev.shopbell.domain.DomainClaim;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.InMemoryDomainRegistry;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.StoreId;
import dev.shopbell.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spring-04")
class NotifierHealthTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");
  private final TransportWatch transports = new TransportWatch(Tracing.NONE);
  private final SettableClock clock = SettableClock.at(NOW);

  private HealthReport health(Supplier<Backlog> backlog, Map<String, String> domains) {
    return new NotifierHealth(backlog, transports, () -> domains, clock, Duration.ofMinutes(10))
        .report();
  }

  private HealthReport late(Duration late) {
    return health(() -> new Backlog(3, Optional.of(NOW.minus(late)), 1), Map.of());
  }

  @Test
  void isUpWhileNothingIsLate() {
    HealthReport report = late(Duration.ZERO);
    assertThat(report.status()).isEqualTo("UP");
    assertThat(report.details())
        .containsEntry("waiting", 3)
        .containsEntry("late", "none")
        .containsEntry("givenUp", 1)
        .containsEntry("deliveries", "their store answers")
        .containsEntry("domains", "none is known to be unwell");
  }

  @Test
  void isDegradedWhenSomethingWaitsTooLong() {
    assertThat(late(Duration.ofMinutes(10)).status()).isEqualTo("UP");
    HealthReport report = late(Duration.ofMinutes(11));
    assertThat(report.status()).isEqualTo("DEGRADED");
    assertThat(report.details()).containsEntry("late", "the longest waits for 11 minutes");
  }

  @Test
  void isDegradedWhenATransportFails() {
    for (int i = 0; i < TransportWatch.FAILURES; i++) {
      transports.attempting(
          Samples.pending(), Samples.RELAY, Endpoint.PLATFORM, () -> Samples.BUSY);
    }
    HealthReport report = late(Duration.ZERO);
    assertThat(report.status()).isEqualTo("DEGRADED");
    assertThat(report.details())
        .containsEntry("transports", Map.of("relay", "failing 5 times in a row: unavailable"));
  }

  @Test
  void isDownWhenTheStoreCannotBeAskedAndSaysNothingOfWhatItSaid() {
    HealthReport report =
        health(
            () -> {
              throw new IllegalStateException("row of ann@customer.example");
            },
            Map.of());
    assertThat(report.status()).isEqualTo("DOWN");
    assertThat(report.toString())
        .contains("their store cannot be asked (IllegalStateException): is its database up?")
        .doesNotContain("ann@customer.example");
  }

  @Test
  void isDownWhenTheStoreDoesNotAnswerInTime() {
    HealthReport report =
        health(
            () -> {
              throw new NoAnswerException(Duration.ofSeconds(5));
            },
            Map.of());
    assertThat(report.status()).isEqualTo("DOWN");
    assertThat(report.details())
        .containsEntry(
            "deliveries",
            "their store cannot be asked (no answer within 5 seconds): is its database up?");
  }

  @Test
  void countsNoFurtherThanTheStoreDoes() {
    Backlog full = new Backlog(Backlog.MOST, Optional.empty(), Backlog.MOST);
    assertThat(health(() -> full, Map.of()).details())
        .containsEntry("waiting", "10000 or more")
        .containsEntry("givenUp", "10000 or more");
  }

  @Test
  void tellsWhichDomainsAreUnwellAndIsUpAllTheSame() {
    InMemoryDomainRegistry registry = new InMemoryDomainRegistry();
    registry.save(claim("lost.example", DomainState.LAPSED, Optional.empty()));
    registry.save(claim("shaky.example", DomainState.EFFECTIVE, Optional.of(NOW)));
    registry.save(claim("well.example", DomainState.EFFECTIVE, Optional.empty()));
    registry.save(claim("new.example", DomainState.PENDING, Optional.of(NOW)));
    Map<String, String> unwell = DomainWords.of(registry, clock);
    assertThat(unwell)
        .containsOnlyKeys("lost.example", "shaky.example")
        .containsEntry(
            "lost.example", "taken back since 2026-11-22T08:30:00Z: its records are gone");
    HealthReport report = health(() -> new Backlog(0, Optional.empty(), 0), unwell);
    assertThat(report.status()).isEqualTo("UP");
    assertThat(report.details()).containsEntry("domains", unwell);
  }

  private static DomainClaim claim(String domain, DomainState state, Optional<Instant> failing) {
    return new DomainClaim(
        new StoreId("tea"),
        DomainName.of(domain),
        new DomainClaim.Basis("k1", Optional.empty()),
        state,
        NOW,
        new DomainClaim.Checks(NOW, NOW, 1, 0, failing),
        List.of(),
        0);
  }
}
