package dev.shopbell.delivery;

import java.time.Duration;

/**
 * How deliveries are worked off.
 *
 * @param workers how many attempts run at once in the background, up to 1,000; 0 for none, and then
 *     the host calls {@code dispatch} itself
 * @param attemptTimeout how long one attempt may take, 1 second to 10 minutes
 * @param retry how long to wait between attempts
 */
public record DispatchSettings(int workers, Duration attemptTimeout, RetryPolicy retry) {
  /** 16 workers, a minute an attempt, the standard waits. */
  public static final DispatchSettings STANDARD =
      new DispatchSettings(16, Duration.ofMinutes(1), RetryPolicy.STANDARD);

  public DispatchSettings {
    if (workers < 0 || workers > 1_000) {
      throw new IllegalArgumentException("workers is " + workers + ": give 0 to 1000");
    }
    if (attemptTimeout.compareTo(Duration.ofSeconds(1)) < 0
        || attemptTimeout.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new IllegalArgumentException(
          "attempt timeout is " + attemptTimeout + ": give 1 second to 10 minutes");
    }
  }

  /** How long a claim holds: an attempt, the longest grace, and time to record it. */
  Duration lease() {
    return attemptTimeout.plusSeconds(60);
  }

  /** One store has at most half of the workers at once, so that its trouble stops nobody else. */
  int mostPerStore() {
    return Math.max(1, workers / 2);
  }
}
