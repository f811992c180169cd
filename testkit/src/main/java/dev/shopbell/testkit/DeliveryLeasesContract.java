package dev.shopbell.testkit;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static dev.shopbell.testkit.SampleDeliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a claim in every store of deliveries: held, given back, lapsed, begun, put off.
 */
abstract class DeliveryLeasesContract extends DeliveryTurnsContract {
  @Test
  @Tag("delivery-07")
  void aClaimThatIsHeldOnDoesNotLapse() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    List<Claim> claims = claim(NOW, 1, 5);
    assertThat(claim(NOW.plusSeconds(50), 1, 5)).isEmpty();
    store.hold(claims, NOW.plusSeconds(50), Duration.ofMinutes(1));
    assertThat(claim(NOW.plusSeconds(109), 1, 5)).isEmpty();
    assertThat(claim(NOW.plusSeconds(110), 1, 5)).hasSize(1);
    store.hold(claims, NOW.plusSeconds(111), Duration.ofDays(1));
    assertThat(claim(NOW.plusSeconds(170), 1, 5)).hasSize(1);
  }

  @Test
  @Tag("delivery-07")
  void aClaimThatIsGivenBackIsDueAgainAtOnce() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    List<Claim> claims = claim(NOW, 1, 5);
    store.hold(claims, NOW, Duration.ZERO);
    assertThat(store.begin(claims)).isEmpty();
    assertThat(claim(NOW, 1, 5)).singleElement().extracting(Claim::lapses).isEqualTo(0);
  }

  @Test
  @Tag("delivery-07")
  void itIsCountedHowOftenAClaimHasLapsedWithNothingBegun() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    Instant now = NOW;
    for (int lapses = 0; lapses < 4; lapses++) {
      assertThat(claim(now, 1, 5)).singleElement().extracting(Claim::lapses).isEqualTo(lapses);
      now = now.plusSeconds(60);
    }
    Claim last = claim(now, 1, 5).get(0);
    Progress later = last.delivery().progress().dueAt(now, List.of(Channel.EMAIL), "later");
    complete(last, later);
    assertThat(claim(now, 1, 5)).singleElement().extracting(Claim::lapses).isEqualTo(0);
  }

  @Test
  void whatWasClaimedAndNotBegunIsDueAgainWhenItsLeaseEnds() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    Claim first = claim(NOW, 1, 5).get(0);
    assertThat(claim(NOW.plusSeconds(59), 1, 5)).isEmpty();
    assertThat(store.nextDue()).contains(NOW.plusSeconds(60));
    Claim second = claim(NOW.plusSeconds(60), 1, 5).get(0);
    assertThat(second.abandoned()).isFalse();
    assertThat(store.begin(List.of(first))).isEmpty();
    assertThat(end(first, DeliveryState.ACCEPTED)).isEmpty();
    assertThat(store.begin(List.of(second))).containsExactly(second);
    assertThat(end(second, DeliveryState.ACCEPTED)).hasSize(1);
    assertThat(store.nextDue()).isEmpty();
  }

  @Test
  void whatWasBegunAndNeverCompletedComesBackAsAbandoned() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    Claim first = claim(NOW, 1, 5).get(0);
    store.begin(List.of(first));
    Claim second = claim(NOW.plusSeconds(60), 1, 5).get(0);
    assertThat(second.abandoned()).isTrue();
    assertThat(end(first, DeliveryState.ACCEPTED)).isEmpty();
    assertThat(end(second, DeliveryState.UNKNOWN)).hasSize(1);
  }

  @Test
  void anAttemptThatIsPutOffComesBackUnbegun() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    Claim first = claim(NOW, 1, 5).get(0);
    store.begin(List.of(first));
    Progress progress = first.delivery().progress();
    Progress later = progress.dueAt(NOW.plusSeconds(30), progress.route(), "busy");
    assertThat(complete(first, later)).extracting(Delivery::progress).containsExactly(later);
    assertThat(claim(NOW.plusSeconds(29), 1, 5)).isEmpty();
    Claim second = claim(NOW.plusSeconds(30), 1, 5).get(0);
    assertThat(second.abandoned()).isFalse();
    assertThat(second.delivery().progress()).isEqualTo(later);
  }
}
