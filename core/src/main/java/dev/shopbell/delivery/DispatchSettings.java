package dev.shopbell.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How deliveries are worked off.
 *
 * @param workers how many attempts run at once in the background, up to 1,000; 0 for none, and then
 *     the host calls {@code dispatch} itself
 * @param attemptTimeout how long one attempt may take, 1 second to 10 minutes
 * @param retry how long to wait between attempts
 * @param rates how fast each account of a transport takes messages from this process, by the
 *     transport's name; as fast as they come where there is none
 */
public record DispatchSettings(
    int workers, Duration attemptTimeout, RetryPolicy retry, Map<String, Rate> rates) {
  /** 16 workers, a minute an attempt, the standard waits. */
  public static final DispatchSettings STANDARD =
      new DispatchSettings(16, Duration.ofMinutes(1), RetryPolicy.STANDARD, Map.of());

  public DispatchSettings {
    if (workers < 0 || workers > 1_000) {
      throw new IllegalArgumentException("workers is " + workers + ": give 0 to 1000");
    }
    if (attemptTimeout.compareTo(Duration.ofSeconds(1)) < 0
        || attemptTimeout.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new IllegalArgumentException(
          "attempt timeout is " + attemptTimeout + ": give 1 second to 10 minutes");
    }
    rates = Map.copyOf(rates);
  }

  /** The same with so many attempts at once. */
  public DispatchSettings workers(int workers) {
    return new DispatchSettings(workers, attemptTimeout, retry, rates);
  }

  /** The same with so long for an attempt. */
  public DispatchSettings attemptTimeout(Duration attemptTimeout) {
    return new DispatchSettings(workers, attemptTimeout, retry, rates);
  }

  /** The same with these waits. */
  public DispatchSettings retry(RetryPolicy retry) {
    return new DispatchSettings(workers, attemptTimeout, retry, rates);
  }

  /** The same with a rate for the accounts of a transport. */
  public DispatchSettings rate(String transport, Rate rate) {
    Map<String, Rate> all = new HashMap<>(rates);
    all.put(transport, rate);
    return new DispatchSettings(workers, attemptTimeout, retry, all);
  }

  /** How long a claim holds that nobody renews: an attempt, the longest grace, and its record. */
  Duration lease() {
    return attemptTimeout.plusSeconds(60);
  }

  /** One store has at most half of the workers at once, so that its trouble stops nobody else. */
  int mostPerStore() {
    return Math.max(1, workers / 2);
  }
}
