package dev.shopbell.testkit;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static dev.shopbell.testkit.SampleDeliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.delivery.Progress;
import dev.shopbell.notice.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;

/**
 * What every store of deliveries keeps. Inherit it in a test and give the store; each test has a
 * new, empty one whose time is the clock's that it was given. The tests stand by theme in the
 * classes that this one inherits; the one here does all of it in any order.
 */
@Tag("delivery-07")
public abstract class DeliveryStoreContract extends DeliveriesByHandContract {
  /** For the test frameworks. */
  protected DeliveryStoreContract() {}

  @Override
  protected abstract DeliveryStore open(SettableClock clock);

  /** Any order of claims, lapses, completions and puttings off: each delivery ends exactly once. */
  @RepeatedTest(5)
  void nothingIsLostAndNothingEndsTwiceWhateverHappens(RepetitionInfo run) {
    Map<Object, Integer> ends = new HashMap<>();
    List<Claim> held = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(run.getCurrentRepetition());
    Instant now = NOW;
    int sent = 0;
    for (int step = 0; step < 400; step++) {
      switch (random.nextInt(5)) {
        case 0 -> {
          Purpose purpose = random.nextBoolean() ? Purpose.MARKETING : Purpose.TRANSACTIONAL;
          store.enqueue(submission(SampleDeliveries.of("s" + random.nextInt(4), purpose, now)));
          sent++;
        }
        case 1 -> held.addAll(claim(now, 1 + random.nextInt(5), 3));
        case 2 -> store.begin(held.isEmpty() ? List.of() : List.of(held.get(0)));
        case 3 -> now = now.plusSeconds(random.nextInt(40));
        default -> settle(held, random, now, ends);
      }
    }
    for (int round = 0; round < 30; round++) {
      now = now.plus(Duration.ofMinutes(2));
      for (Claim claim : claim(now, 1_000, 1_000)) {
        count(
            complete(claim, claim.delivery().progress().ended(DeliveryState.ACCEPTED, now, "")),
            ends);
      }
    }
    assertThat(store.nextDue()).isEmpty();
    assertThat(ends).hasSize(sent);
    assertThat(ends.values()).containsOnly(1);
  }

  private void settle(
      List<Claim> held, SplittableRandom random, Instant now, Map<Object, Integer> ends) {
    if (held.isEmpty()) {
      return;
    }
    clock.set(now);
    Claim claim = held.remove(random.nextInt(held.size()));
    Progress progress = claim.delivery().progress();
    Progress next =
        random.nextBoolean()
            ? progress.dueAt(now.plusSeconds(random.nextInt(30)), progress.route(), "later")
            : progress.ended(DeliveryState.ACCEPTED, now, "");
    count(complete(claim, next), ends);
  }

  private static void count(List<Delivery> recorded, Map<Object, Integer> ends) {
    recorded.stream()
        .filter(delivery -> delivery.state() == DeliveryState.ACCEPTED)
        .forEach(delivery -> ends.merge(delivery.id(), 1, Integer::sum));
  }
}
