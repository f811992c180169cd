package dev.shopbell.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a worker asks for.
 *
 * @param now deliveries due by now are claimed
 * @param lease how long the claim holds
 * @param most at most so many
 * @param mostPerStore at most so many of one store under way at once
 */
public record ClaimRequest(Instant now, Duration lease, int most, int mostPerStore) {
  public ClaimRequest {
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(lease, "lease");
  }
}
