package dev.shopbell.delivery;

import dev.shopbell.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * What a worker asks for.
 *
 * @param now deliveries due by now are claimed
 * @param lease how long the claim holds
 * @param most at most so many
 * @param room of each store at most so many
 */
public record ClaimRequest(Instant now, Duration lease, int most, ToIntFunction<StoreId> room) {
  public ClaimRequest {
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(lease, "lease");
    Objects.requireNonNull(room, "room");
  }

  /** Of each store as many as there are. */
  public static ClaimRequest of(Instant now, Duration lease, int most) {
    return new ClaimRequest(now, lease, most, store -> Integer.MAX_VALUE);
  }
}
