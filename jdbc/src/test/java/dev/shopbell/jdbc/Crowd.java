package dev.shopbell.jdbc;

import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.StoreId;
import dev.shopbell.testkit.SampleDeliveries;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Does at random what nodes do to the same few stores, and counts how often each delivery ended.
 */
final class Crowd {
  private static final Duration LEASE = Duration.ofMillis(30);
  private static final Set<DeliveryState> GIVEN_UP = EnumSet.of(DeliveryState.FAILED);

  /** How often each delivery ended, less how often it was opened again. */
  final Map<DeliveryId, Integer> ends = new ConcurrentHashMap<>();

  private final JdbcOutbox outbox;
  private final Random chance;

  Crowd(JdbcOutbox outbox, long seed) {
    this.outbox = outbox;
    this.chance = new Random(seed);
  }

  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      switch (chance.nextInt(12)) {
        case 0, 1, 2 -> send();
        case 3 -> cancel();
        case 4 -> outbox.forget("ann").forEach(this::ended);
        case 5 -> redrive();
        case 6, 7 -> settle();
        default -> work(12, false);
      }
    }
  }

  /** Works off all that is left. */
  void drain() {
    while (outbox.nextDue().isPresent()) {
      work(64, true);
    }
  }

  private StoreId store() {
    return new StoreId("store-" + chance.nextInt(3));
  }

  private void send() {
    String store = store().value();
    Delivery[] deliveries =
        Stream.generate(() -> SampleDeliveries.of(store))
            .limit(1L + chance.nextInt(6))
            .toArray(Delivery[]::new);
    String key = "k" + chance.nextInt(1_000);
    SendResult result = outbox.enqueue(SampleDeliveries.keyed(key, "f", deliveries));
    if (!result.isDuplicate()) {
      result.deliveries().forEach(id -> ends.merge(id, 0, Integer::sum));
    }
  }

  private void cancel() {
    outbox.cancel(store(), "SO-1", "order.paid", now()).cancelled().forEach(this::ended);
  }

  private void redrive() {
    for (Delivery dead : outbox.list(GIVEN_UP, 4)) {
      outbox.redrive(dead.id(), dead.window()).ifPresent(this::reopened);
    }
  }

  private void settle() {
    Receipt receipt = new Receipt("acme", ref(), Receipt.Status.DELIVERED, now(), Optional.empty());
    boolean failed = chance.nextBoolean();
    outbox.settle(receipt, found -> settled(found, failed)).ifPresent(this::reopened);
  }

  private static Progress settled(Delivery found, boolean failed) {
    Progress progress = found.progress();
    if (progress.state() != DeliveryState.ACCEPTED) {
      return progress;
    }
    return failed
        ? progress.dueAt(now(), progress.route(), "bounced")
        : progress.ended(DeliveryState.DELIVERED, now(), "");
  }

  /** Claims and begins; ends most in one batch, gives some back and dies of the others. */
  private void work(int most, boolean all) {
    boolean unmarked = chance.nextBoolean();
    List<Claim> claims =
        outbox.claim(new ClaimRequest(now(), LEASE, most, store -> most, unmarked));
    int begun = all ? claims.size() : claims.size() - claims.size() / 4;
    outbox.hold(claims.subList(begun, claims.size()), now(), Duration.ZERO);
    List<Completion> done = new ArrayList<>();
    for (Claim claim : outbox.begin(claims.subList(0, begun))) {
      if (all || chance.nextInt(8) > 0) {
        done.add(new Completion(claim, all ? accepted(claim) : ending(claim)));
      }
    }
    outbox.complete(done).forEach(this::ended);
    outbox.unmatched("acme", List.of(ref()));
  }

  private Progress ending(Claim claim) {
    Progress progress = claim.delivery().progress();
    return switch (chance.nextInt(4)) {
      case 0 -> progress.ended(DeliveryState.FAILED, now(), "no");
      case 1 -> progress.dueAt(now(), progress.route(), "later");
      default -> accepted(claim);
    };
  }

  private Progress accepted(Claim claim) {
    Progress before = claim.delivery().progress();
    Outcome outcome = new Outcome.Accepted("acme", List.of(ref(), ref()), 1);
    Attempt attempt = new Attempt(1, Channel.EMAIL, "acme", now(), outcome);
    return new Progress(
        DeliveryState.ACCEPTED, before.route(), now(), 1, Optional.of(attempt), false, "");
  }

  /** One of few, so that several deliveries have the same. */
  private String ref() {
    return "r" + chance.nextInt(100);
  }

  private void ended(Delivery delivery) {
    if (delivery.state() != DeliveryState.PENDING) {
      ends.merge(delivery.id(), 1, Integer::sum);
    }
  }

  private void reopened(Delivery delivery) {
    if (delivery.state() == DeliveryState.PENDING) {
      ends.merge(delivery.id(), -1, Integer::sum);
    }
  }

  private static Instant now() {
    return Instant.now();
  }
}
