package dev.shopbell.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records that attempts begin and how they ended. While the store of deliveries is away, that is
 * told again until the claim's lease would have ended: what is on record by then is not unknown,
 * and what had not begun need not wait for a lease.
 */
final class Recording {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final DeliveryStore store;
  private final LongSupplier nanos;
  private final Duration lease;
  private final Pause pause;

  /** What waits between two tries. */
  interface Pause {
    /** Waits for so long; false when the next try is to be the last. */
    boolean elapses(Duration time);
  }

  /**
   * Records in that store.
   *
   * @param nanos the time, of which only differences count
   * @param lease how long a claim holds at most from now on
   */
  Recording(DeliveryStore store, LongSupplier nanos, Duration lease, Pause pause) {
    this.store = store;
    this.nanos = nanos;
    this.lease = lease;
    this.pause = pause;
  }

  /**
   * Whether an attempt may be made under a claim: its beginning is on record, and the claim holds.
   *
   * @throws RuntimeException the store's, when it took nothing until the lease would have ended
   */
  boolean begin(Claim claim) {
    Supplier<Boolean> begins = () -> !store.begin(List.of(claim)).isEmpty();
    return tell("begun", claim, begins, begins);
  }

  /**
   * The delivery as it stands now; empty when its claim was void.
   *
   * @throws RuntimeException the store's, when it took nothing until the lease would have ended
   */
  Optional<Delivery> record(Completion completion) {
    Supplier<Optional<Delivery>> ends =
        () -> store.complete(List.of(completion)).stream().findFirst();
    return tell(
        "recorded", completion.claim(), ends, () -> ends.get().or(() -> recorded(completion)));
  }

  private <T> T tell(String what, Claim claim, Supplier<T> first, Supplier<T> again) {
    try {
      return first.get();
    } catch (RuntimeException e) {
      log.warn(
          "delivery {} could not be {} and is told again: {}",
          claim.delivery().id(),
          what,
          DeliveryStoreException.told(e));
      return tellAgain(again, e);
    }
  }

  /** Bounded by the time and by what was waited, since either may stand still. */
  private <T> T tellAgain(Supplier<T> word, RuntimeException first) {
    RuntimeException last = first;
    long end = nanos.getAsLong() + lease.toNanos();
    Duration left = lease;
    Duration next = SHORTEST_PAUSE;
    while (!left.isNegative() && nanos.getAsLong() - end < 0) {
      left = pause.elapses(next) ? left.minus(next) : Duration.ofNanos(-1);
      try {
        return word.get();
      } catch (RuntimeException e) {
        last = e;
      }
      next = next.compareTo(LONGEST_PAUSE) < 0 ? next.multipliedBy(2) : next;
    }
    throw last;
  }

  /** What was recorded before, though the store's answer was lost. */
  private Optional<Delivery> recorded(Completion completion) {
    return store
        .find(completion.claim().delivery().id())
        .filter(delivery -> delivery.progress().equals(completion.progress()));
  }
}
