package dev.shopbell.jdbc;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.jdbc.OutboxCounts.Line;
import dev.shopbell.jdbc.OutboxStatus.Lane;
import dev.shopbell.notice.Purpose;
import dev.shopbell.testkit.SampleDeliveries;
import dev.shopbell.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people are told of an outbox, and leases that somebody ends who is alone. */
abstract class LookingChecks {
  private final SettableClock clock = SettableClock.at(NOW);
  private JdbcOutbox outbox;

  abstract JdbcOutbox open(SettableClock clock);

  @BeforeEach
  void open() {
    outbox = open(clock);
  }

  private Delivery queued(Purpose purpose, int seconds) {
    Delivery delivery = SampleDeliveries.of("tea", purpose, NOW.plusSeconds(seconds));
    outbox.enqueue(SampleDeliveries.submission(delivery));
    return delivery;
  }

  private List<Claim> claim() {
    return outbox.claim(ClaimRequest.of(clock.instant(), Duration.ofMinutes(1), 1));
  }

  @Test
  void anEmptyOutboxHasNothingToTell() {
    assertThat(outbox.status()).isEqualTo(new OutboxStatus(Lane.EMPTY, Lane.EMPTY, 0));
    assertThat(outbox.newest(10)).isEqualTo(new OutboxCounts(0, Optional.empty(), true, List.of()));
  }

  @Test
  void theStatusCountsByLaneWhatWaitsIsUnderWayIsLateAndWasGivenUp() {
    for (int i = 0; i < 4; i++) {
      queued(Purpose.TRANSACTIONAL, i);
    }
    queued(Purpose.MARKETING, 3600);
    Claim dead = claim().get(0);
    outbox.begin(List.of(dead));
    outbox.complete(
        List.of(
            new Completion(
                dead, dead.delivery().progress().ended(DeliveryState.FAILED, NOW, "no"))));
    clock.advance(Duration.ofSeconds(2));
    claim();

    assertThat(outbox.status())
        .isEqualTo(
            new OutboxStatus(
                new Lane(3, 1, Optional.of(NOW.plusSeconds(2))),
                new Lane(1, 0, Optional.empty()),
                1));
  }

  @Test
  void theNewestAreCountedByTypeChannelAndState() {
    Delivery oldest = queued(Purpose.TRANSACTIONAL, 0);
    clock.advance(Duration.ofSeconds(1));
    queued(Purpose.TRANSACTIONAL, 0);
    Claim claim = claim().get(0);
    outbox.complete(
        List.of(
            new Completion(
                claim, claim.delivery().progress().ended(DeliveryState.EXPIRED, NOW, "late"))));

    assertThat(outbox.newest(2))
        .isEqualTo(
            new OutboxCounts(
                2,
                Optional.of(oldest.window().queued()),
                true,
                List.of(
                    new Line("order.paid", Channel.EMAIL, DeliveryState.PENDING, 1),
                    new Line("order.paid", Channel.EMAIL, DeliveryState.EXPIRED, 1))));
    assertThat(outbox.newest(1).all()).isFalse();
    assertThat(outbox.newest(1).deliveries()).isEqualTo(1);
  }

  @Test
  @Tag("delivery-07")
  void leasesThatAreEndedAreAsThoseThatRanOut() {
    queued(Purpose.TRANSACTIONAL, 0);
    queued(Purpose.TRANSACTIONAL, 0);
    Claim begun = claim().get(0);
    outbox.begin(List.of(begun));
    Claim claimed = claim().get(0);

    assertThat(outbox.endLeases()).isEqualTo(2);
    assertThat(outbox.endLeases()).isZero();
    List<Claim> again = outbox.claim(ClaimRequest.of(NOW, Duration.ofMinutes(1), 9));
    assertThat(again)
        .filteredOn(Claim::abandoned)
        .extracting(claim -> claim.delivery().id())
        .containsExactly(begun.delivery().id());
    assertThat(again)
        .filteredOn(claim -> !claim.abandoned())
        .extracting(claim -> claim.delivery().id(), Claim::lapses)
        .containsExactly(tuple(claimed.delivery().id(), 1));
    assertThat(outbox.begin(List.of(claimed))).isEmpty();
  }
}
