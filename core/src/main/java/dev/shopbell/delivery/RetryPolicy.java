package dev.shopbell.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a deferred message is tried again: twice as long each time, up to a cap,
 * and of that between half and all by chance, so that many do not come back at once.
 *
 * @param first before the second attempt
 * @param longest the cap
 */
public record RetryPolicy(Duration first, Duration longest) {
  /** 10 seconds to an hour. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(Duration.ofSeconds(10), Duration.ofHours(1));

  public RetryPolicy {
    if (first.toMillis() < 1 || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "retry waits "
              + first
              + " to "
              + longest
              + ": give 1 ms or more, the longest not below the first");
    }
  }

  /** The time to wait after that many attempts, 1 or more. */
  public Duration delay(int attempts, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(attempts - 1, 20);
    long capped = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(capped - random.nextLong(capped / 2 + 1));
  }
}
