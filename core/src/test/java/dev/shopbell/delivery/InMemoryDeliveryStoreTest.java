package dev.shopbell.delivery;

import static dev.shopbell.delivery.Deliveries.NOW;
import static dev.shopbell.delivery.Deliveries.claim;
import static dev.shopbell.delivery.Deliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.notice.Purpose;
import dev.shopbell.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InMemoryDeliveryStoreTest {
  private final InMemoryDeliveryStore store = new InMemoryDeliveryStore(1_000);

  @Test
  @Tag("delivery-06")
  void storesTakeTurns() {
    for (int i = 0; i < 5; i++) {
      store.enqueue(submission(Deliveries.of("big")));
    }
    store.enqueue(submission(Deliveries.of("small")));
    assertThat(store.claim(claim(NOW, 3, 10)))
        .extracting(c -> c.delivery().notice().store().value())
        .containsExactly("big", "small", "big");
  }

  @Test
  @Tag("delivery-06")
  void oneStoreHasNoMoreUnderWayThanItsShare() {
    for (int i = 0; i < 5; i++) {
      store.enqueue(submission(Deliveries.of("big")));
    }
    List<Claim> claims = store.claim(claim(NOW, 10, 2));
    assertThat(claims).hasSize(2);
    assertThat(store.claim(claim(NOW, 10, 2))).isEmpty();
    complete(claims.get(0), DeliveryState.ACCEPTED);
    assertThat(store.claim(claim(NOW, 10, 2))).hasSize(1);
  }

  @Test
  void marketingWaitsBehindEverythingElse() {
    store.enqueue(submission(Deliveries.of("a", Purpose.MARKETING, NOW)));
    store.enqueue(submission(Deliveries.of("b", Purpose.TRANSACTIONAL, NOW)));
    assertThat(store.claim(claim(NOW, 1, 10)))
        .singleElement()
        .extracting(c -> c.delivery().notice().purpose())
        .isEqualTo(Purpose.TRANSACTIONAL);
  }

  @Test
  @Tag("delivery-07")
  void whatWasClaimedAndNotBegunIsDueAgainWhenItsLeaseEnds() {
    store.enqueue(submission(Deliveries.of("tea")));
    Claim first = store.claim(claim(NOW, 1, 1)).get(0);
    assertThat(store.claim(claim(NOW.plusSeconds(59), 1, 1))).isEmpty();
    assertThat(store.nextDue()).contains(NOW.plusSeconds(60));
    Claim second = store.claim(claim(NOW.plusSeconds(60), 1, 1)).get(0);
    assertThat(second.abandoned()).isFalse();
    assertThat(store.begin(List.of(first))).isEmpty();
    assertThat(complete(first, DeliveryState.ACCEPTED)).isEmpty();
    assertThat(store.begin(List.of(second))).containsExactly(second);
    assertThat(complete(second, DeliveryState.ACCEPTED)).hasSize(1);
  }

  @Test
  @Tag("delivery-07")
  void whatWasBegunAndNeverCompletedComesBackAsAbandoned() {
    store.enqueue(submission(Deliveries.of("tea")));
    Claim first = store.claim(claim(NOW, 1, 1)).get(0);
    store.begin(List.of(first));
    Claim second = store.claim(claim(NOW.plusSeconds(60), 1, 1)).get(0);
    assertThat(second.abandoned()).isTrue();
    assertThat(complete(first, DeliveryState.ACCEPTED)).isEmpty();
    assertThat(complete(second, DeliveryState.UNKNOWN)).hasSize(1);
  }

  @Test
  void cancelReachesWhatIsClaimedAndNotBegunAndTellsWhatHasBegun() {
    Delivery claimed = Deliveries.of("tea");
    Delivery begun = Deliveries.of("tea");
    store.enqueue(submission(begun));
    store.enqueue(submission(claimed));
    List<Claim> claims = store.claim(claim(NOW, 2, 2));
    store.begin(claims.subList(0, 1));
    Cancellation cancellation = store.cancel(new StoreId("tea"), "SO-1", "order.paid", NOW);
    assertThat(cancellation.tooLate()).containsExactly(begun.id());
    assertThat(cancellation.cancelled()).extracting(Delivery::id).containsExactly(claimed.id());
    assertThat(store.begin(claims.subList(1, 2))).isEmpty();
    Progress later = begun.progress().dueAt(NOW.plusSeconds(5), begun.progress().route(), "busy");
    assertThat(store.complete(List.of(new Completion(claims.get(0), later))))
        .extracting(Delivery::state)
        .containsExactly(DeliveryState.CANCELLED);
    assertThat(store.claim(claim(NOW.plusSeconds(60), 5, 5))).isEmpty();
  }

  @Test
  void aSubmissionIsStoredWholeOrNotAtAll() {
    InMemoryDeliveryStore small = new InMemoryDeliveryStore(2);
    small.enqueue(submission(Deliveries.of("tea")));
    assertThatThrownBy(() -> small.enqueue(submission(Deliveries.of("tea"), Deliveries.of("tea"))))
        .isInstanceOf(QueueFullException.class);
    assertThat(small.list(EnumSet.allOf(DeliveryState.class), 10)).hasSize(1);
  }

  @Test
  void remembersNoMoreThanItsCapacityOfWhatEnded() {
    InMemoryDeliveryStore small = new InMemoryDeliveryStore(3);
    for (int i = 0; i < 20; i++) {
      small.enqueue(Deliveries.keyed("k" + i, Deliveries.of("tea")));
      Claim claim = small.claim(claim(NOW, 1, 1)).get(0);
      DeliveryState end = i % 2 == 0 ? DeliveryState.ACCEPTED : DeliveryState.FAILED;
      small.complete(
          List.of(new Completion(claim, claim.delivery().progress().ended(end, NOW, ""))));
    }
    assertThat(small.list(EnumSet.allOf(DeliveryState.class), 100)).hasSize(6);
    assertThat(small.enqueue(Deliveries.keyed("k19", Deliveries.of("tea"))).isDuplicate()).isTrue();
    assertThat(small.enqueue(Deliveries.keyed("k0", Deliveries.of("tea"))).isDuplicate()).isFalse();
  }

  /**
   * Any order of claims, lapses, completions and cancellations: each delivery ends exactly once.
   */
  @Test
  void nothingIsLostAndNothingEndsTwiceWhateverHappens() {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      InMemoryDeliveryStore kept = new InMemoryDeliveryStore(500);
      Map<Object, Integer> ends = new HashMap<>();
      List<Claim> held = new ArrayList<>();
      Instant now = NOW;
      int sent = 0;
      for (int step = 0; step < 300; step++) {
        switch (random.nextInt(5)) {
          case 0 -> {
            Purpose purpose = random.nextBoolean() ? Purpose.MARKETING : Purpose.TRANSACTIONAL;
            kept.enqueue(submission(Deliveries.of("s" + random.nextInt(4), purpose, now)));
            sent++;
          }
          case 1 -> held.addAll(kept.claim(claim(now, 1 + random.nextInt(5), 3)));
          case 2 -> held.addAll(kept.begin(held.isEmpty() ? List.of() : List.of(held.get(0))));
          case 3 -> now = now.plusSeconds(random.nextInt(40));
          default -> settle(kept, held, random, now, ends);
        }
      }
      finish(kept, now, ends);
      assertThat(ends).as("seed " + seed).hasSize(sent);
      assertThat(ends.values()).as("seed " + seed).containsOnly(1);
    }
  }

  private static void settle(
      InMemoryDeliveryStore kept,
      List<Claim> held,
      SplittableRandom random,
      Instant now,
      Map<Object, Integer> ends) {
    if (held.isEmpty()) {
      return;
    }
    Claim claim = held.remove(random.nextInt(held.size()));
    Progress progress = claim.delivery().progress();
    Progress next =
        random.nextBoolean()
            ? progress.dueAt(now.plusSeconds(random.nextInt(30)), progress.route(), "later")
            : progress.ended(DeliveryState.ACCEPTED, now, "");
    count(kept.complete(List.of(new Completion(claim, next))), ends);
  }

  private static void finish(InMemoryDeliveryStore kept, Instant from, Map<Object, Integer> ends) {
    Instant now = from;
    for (int round = 0; round < 50; round++) {
      now = now.plus(Duration.ofMinutes(2));
      for (Claim claim : kept.claim(claim(now, 1_000, 1_000))) {
        Progress done = claim.delivery().progress().ended(DeliveryState.ACCEPTED, now, "");
        count(kept.complete(List.of(new Completion(claim, done))), ends);
      }
    }
    assertThat(kept.nextDue()).isEmpty();
  }

  private static void count(List<Delivery> recorded, Map<Object, Integer> ends) {
    recorded.stream()
        .filter(delivery -> delivery.state() == DeliveryState.ACCEPTED)
        .forEach(delivery -> ends.merge(delivery.id(), 1, Integer::sum));
  }

  private List<Delivery> complete(Claim claim, DeliveryState state) {
    Progress progress = claim.delivery().progress().ended(state, NOW, "");
    return store.complete(List.of(new Completion(claim, progress)));
  }
}
