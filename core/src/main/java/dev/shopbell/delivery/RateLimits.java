package dev.shopbell.delivery;

import dev.shopbell.delivery.Carriers.Carrier;
import dev.shopbell.internal.Recent;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.StoreId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps each account's rate. A store that was refused is remembered with that account, so that no
 * more of it is claimed than the account will take.
 */
final class RateLimits {
  private static final int MOST_KEPT = 10_000;

  /** A store that is not remembered is claimed in vain: more than a flash sale has at once. */
  private static final int MOST_REFUSED = 100_000;

  private final Map<String, Rate> rates;
  private final Clock clock;
  private final Map<Account, Bucket> buckets = new Recent<>(MOST_KEPT);
  private final Map<StoreId, Bucket> refused = new Recent<>(MOST_REFUSED);

  private record Account(String transport, Endpoint endpoint) {}

  /**
   * Limits.
   *
   * @param rates by the names of transports
   */
  RateLimits(Map<String, Rate> rates, Clock clock) {
    this.rates = rates;
    this.clock = clock;
  }

  /** Whether the account takes one more message of that store now. */
  boolean take(StoreId store, Carrier carrier) {
    String transport = carrier.transport().info().name();
    Rate rate = rates.get(transport);
    return rate == null || take(store, new Account(transport, carrier.endpoint()), rate);
  }

  private synchronized boolean take(StoreId store, Account account, Rate rate) {
    Bucket bucket = buckets.computeIfAbsent(account, key -> new Bucket(rate, clock.instant()));
    boolean taken = bucket.take(clock.instant());
    if (!taken) {
      refused.put(store, bucket);
    }
    return taken;
  }

  /** How many messages of a store it is worth while to claim. */
  synchronized int room(StoreId store) {
    Bucket bucket = refused.get(store);
    return bucket == null ? Integer.MAX_VALUE : bucket.left(clock.instant());
  }

  /** Until an account that refused takes a message again; empty where none has refused. */
  synchronized Optional<Duration> wait(Instant now) {
    return refused.values().stream()
        .distinct()
        .map(bucket -> bucket.wait(now))
        .filter(wait -> !wait.isZero())
        .min(Duration::compareTo);
  }
}
