package dev.shopbell.delivery;

import dev.shopbell.notice.DeliveryId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The newest deliveries that were given up, and as many others that ended. Guarded by the store it
 * is in.
 */
final class EndedDeliveries {
  private final int mostOfEach;
  private final Deque<DeliveryId> givenUp = new ArrayDeque<>();
  private final Deque<DeliveryId> others = new ArrayDeque<>();

  EndedDeliveries(int mostOfEach) {
    this.mostOfEach = mostOfEach;
  }

  /** Adds one that ended; what it gives back is the oldest, where it takes that one's place. */
  Optional<DeliveryId> add(Delivery delivery) {
    Deque<DeliveryId> kept = delivery.state().isGivenUp() ? givenUp : others;
    kept.add(delivery.id());
    return kept.size() > mostOfEach ? Optional.of(kept.remove()) : Optional.empty();
  }

  /** Takes one out that goes on after all. */
  void remove(DeliveryId id) {
    if (!givenUp.remove(id)) {
      others.remove(id);
    }
  }

  int givenUp() {
    return givenUp.size();
  }
}
