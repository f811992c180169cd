package dev.shopbell.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The deliveries that are claimed, by the end of their leases. Guarded by the store it is in. */
final class Leases {
  private final NavigableSet<QueuedDelivery> leased = new TreeSet<>(QueuedDelivery.BY_LEASE);
  private long tokens;

  /** Claims one; an abandoned one counts as begun. */
  Claim lease(QueuedDelivery entry, ClaimRequest request, boolean abandoned) {
    entry.token = ++tokens;
    entry.leaseEnds = request.now().plus(request.lease());
    entry.begun = abandoned;
    entry.unmarked = request.unmarked();
    leased.add(entry);
    return new Claim(entry.delivery, entry.token, abandoned, entry.lapses);
  }

  /** Has the lease of one that is claimed end that much later than now. */
  void prolong(QueuedDelivery entry, Instant now, Duration lease) {
    leased.remove(entry);
    entry.leaseEnds = now.plus(lease);
    leased.add(entry);
  }

  /** Ends the claim on one, where there is one. */
  void release(QueuedDelivery entry) {
    leased.remove(entry);
    entry.token = 0;
    entry.begun = false;
    entry.unmarked = false;
  }

  /** The one whose lease ended first; empty when none has ended. */
  Optional<QueuedDelivery> lapsed(Instant now) {
    return first().filter(entry -> !entry.leaseEnds.isAfter(now));
  }

  Optional<Instant> nextEnd() {
    return first().map(entry -> entry.leaseEnds);
  }

  private Optional<QueuedDelivery> first() {
    return leased.isEmpty() ? Optional.empty() : Optional.of(leased.first());
  }
}
