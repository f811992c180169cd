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
 * @param unmarked whether an attempt may be made without {@link DeliveryStore#begin}, since a
 *     transport de-duplicates: whoever cancels takes what is claimed for begun, then
 */
public record ClaimRequest(
    Instant now, Duration lease, int most, ToIntFunction<StoreId> room, boolean unmarked) {
  public ClaimRequest {
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(lease, "lease");
    Objects.requireNonNull(room, "room");
  }

  /** Of each store as many as there are; what is attempted is marked as begun. */
  public static ClaimRequest of(Instant now, Duration lease, int most) {
    return new ClaimRequest(now, lease, most, store -> Integer.MAX_VALUE, false);
  }
}
