package dev.shopbell.delivery;

import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.Comparator;

/** A delivery in memory, with the claim on it. Guarded by the store it is in. */
final class QueuedDelivery {
  static final Comparator<QueuedDelivery> BY_DUE =
      Comparator.<QueuedDelivery, Instant>comparing(entry -> entry.delivery.progress().due())
          .thenComparing(entry -> entry.order);
  static final Comparator<QueuedDelivery> BY_LEASE =
      Comparator.<QueuedDelivery, Instant>comparing(entry -> entry.leaseEnds)
          .thenComparing(entry -> entry.order);

  private final long order;
  Delivery delivery;
  Instant leaseEnds = Instant.MIN;
  long token;
  int lapses;
  boolean begun;
  boolean unmarked;
  boolean cancelled;

  /** Of deliveries that are due at the same moment, the one of the lower order goes first. */
  QueuedDelivery(Delivery delivery, long order) {
    this.delivery = delivery;
    this.order = order;
  }

  /** Whether an attempt has begun, or may have without a mark. */
  boolean mayHaveBegun() {
    return begun || unmarked;
  }

  /** Whether it counts as begun: what was cancelled when it may have begun does. */
  boolean countsAsBegun() {
    return begun || (unmarked && cancelled);
  }

  StoreId store() {
    return delivery.notice().store();
  }

  boolean isDue(Instant now) {
    return !delivery.progress().due().isAfter(now);
  }
}
