package dev.shopbell.suppression;

import java.time.Duration;

/**
 * When soft bounces suppress an address.
 *
 * @param softBounces how many letters must fail, 1 or more
 * @param within in which time
 */
public record SuppressionPolicy(int softBounces, Duration within) {
  /** Three letters within 30 days. */
  public static final SuppressionPolicy STANDARD = new SuppressionPolicy(3, Duration.ofDays(30));

  public SuppressionPolicy {
    if (softBounces < 1 || within.isZero() || within.isNegative()) {
      throw new IllegalArgumentException(
          "soft bounces are "
              + softBounces
              + " within "
              + within
              + ": give 1 or more, and a time above zero");
    }
  }
}
