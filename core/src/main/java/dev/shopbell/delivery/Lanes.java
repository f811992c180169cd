package dev.shopbell.delivery;

import dev.shopbell.notice.Purpose;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Deliveries that wait; marketing waits behind all others. Guarded by the store it is in. */
final class Lanes {
  private final Lane urgent = new Lane();
  private final Lane bulk = new Lane();

  void add(QueuedDelivery entry) {
    lane(entry).add(entry);
  }

  void remove(QueuedDelivery entry) {
    lane(entry).remove(entry);
  }

  /** Takes what is due, as {@link Lane#take} does, until enough are taken. */
  void take(Instant now, int most, Predicate<StoreId> allowed, Consumer<QueuedDelivery> taker) {
    int taken = urgent.take(now, most, allowed, taker);
    bulk.take(now, most - taken, allowed, taker);
  }

  Optional<Instant> nextDue() {
    return Stream.of(urgent, bulk).flatMap(lane -> lane.nextDue().stream()).min(Instant::compareTo);
  }

  private Lane lane(QueuedDelivery entry) {
    return entry.delivery.notice().purpose() == Purpose.MARKETING ? bulk : urgent;
  }
}
