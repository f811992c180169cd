package dev.shopbell.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to move. May be used by many threads. */
public final class SettableClock extends Clock {
  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  private SettableClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** A clock in UTC that shows that moment. */
  public static SettableClock at(Instant time) {
    return new SettableClock(new AtomicReference<>(time), ZoneOffset.UTC);
  }

  /** A clock in UTC that shows that moment, in ISO 8601: {@code 2026-11-22T08:00:00Z}. */
  public static SettableClock at(String time) {
    return at(Instant.parse(time));
  }

  /** Moves on; a negative time moves back. */
  public void advance(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  /** Shows another moment. */
  public void set(Instant time) {
    now.set(time);
  }

  @Override
  public Instant instant() {
    return Objects.requireNonNull(now.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same time in another zone: the two move together. */
  @Override
  public Clock withZone(ZoneId zone) {
    return new SettableClock(now, zone);
  }
}
