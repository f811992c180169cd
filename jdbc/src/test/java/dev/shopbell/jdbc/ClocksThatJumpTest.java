package dev.shopbell.jdbc;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static dev.shopbell.testkit.SampleDeliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import dev.shopbell.testkit.SampleDeliveries;
import dev.shopbell.testkit.SettableClock;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** The application's clock goes back while a notice is on its way into the outbox. */
@Tag("delivery-07")
class ClocksThatJumpTest extends OnEachDatabase {
  private final SettableClock database = SettableClock.at(NOW);

  @Override
  void check(String url) {
    Clock wentBack = Clock.fixed(NOW.minus(Duration.ofHours(3)), ZoneOffset.UTC);
    try (JdbcOutbox outbox = Places.open(url, wentBack, database)) {
      outbox.enqueue(submission(SampleDeliveries.of("tea")));
      Claim claim = claim(outbox).get(0);
      outbox.begin(List.of(claim));
      Instant again = NOW.plusSeconds(10);
      outbox.complete(List.of(new Completion(claim, deferred(claim.delivery(), again))));
      database.advance(Duration.ofSeconds(9));
      assertThat(claim(outbox)).isEmpty();
      database.advance(Duration.ofSeconds(1));
      Claim lapsed = claim(outbox).get(0);
      database.advance(Duration.ofMinutes(1));
      assertThat(outbox.begin(List.of(lapsed))).as("its lease has ended").isEmpty();
      assertThat(outbox.begin(claim(outbox))).hasSize(1);
    }
  }

  private List<Claim> claim(JdbcOutbox outbox) {
    return outbox.claim(ClaimRequest.of(NOW, Duration.ofMinutes(1), 9));
  }

  private static Progress deferred(Delivery delivery, Instant again) {
    Outcome outcome = Outcome.Deferred.of(Reason.UNAVAILABLE, "busy");
    Attempt attempt = new Attempt(1, Channel.EMAIL, "acme", NOW, outcome);
    List<Channel> route = delivery.progress().route();
    return new Progress(
        DeliveryState.PENDING, route, again, 1, Optional.of(attempt), false, "busy");
  }
}
