package dev.shopbell.delivery;

import java.time.Duration;
import java.time.Instant;

/** What an account may still take: filled at its rate, emptied by messages. Not thread-safe. */
final class Bucket {
  private final Rate rate;
  private double tokens;
  private Instant filledAt;

  Bucket(Rate rate, Instant now) {
    this.rate = rate;
    this.tokens = rate.messages();
    this.filledAt = now;
  }

  boolean take(Instant now) {
    fill(now);
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  int left(Instant now) {
    fill(now);
    return (int) tokens;
  }

  /** Until it takes a message again. */
  Duration wait(Instant now) {
    fill(now);
    double missing = Math.max(0, 1 - tokens);
    return Duration.ofMillis((long) Math.ceil(missing * rate.time().toMillis() / rate.messages()));
  }

  /** A clock that went back fills nothing, and from there on again. */
  private void fill(Instant now) {
    double millis = now.toEpochMilli() - filledAt.toEpochMilli();
    double gained = Math.max(0, millis) * rate.messages() / rate.time().toMillis();
    tokens = Math.min(rate.messages(), tokens + gained);
    filledAt = now;
  }
}
