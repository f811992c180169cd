package dev.shopbell.delivery;

import java.time.Duration;

/**
 * How fast an account takes messages: so many in a time, which may all come at once at its
 * beginning.
 *
 * @param messages 1 to 1,000,000
 * @param time 1 ms to a day
 */
public record Rate(int messages, Duration time) {
  public Rate {
    if (messages < 1 || messages > 1_000_000) {
      throw new IllegalArgumentException("rate of " + messages + ": give 1 to 1000000 messages");
    }
    if (time.toMillis() < 1 || time.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("rate in " + time + ": give 1 ms to a day");
    }
  }

  /** So many in each second. */
  public static Rate perSecond(int messages) {
    return new Rate(messages, Duration.ofSeconds(1));
  }

  /** So many in each minute. */
  public static Rate perMinute(int messages) {
    return new Rate(messages, Duration.ofMinutes(1));
  }
}
