package dev.shopbell.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How much a store of deliveries holds back. Counts end at {@link #MOST}: there may be more then.
 *
 * @param pending what waits for its time, its turn or its next attempt, or is under way
 * @param nextDue since when the one that has waited longest is due; later than now when nothing is
 *     late, empty when nothing waits. What is under way counts with the end of its lease
 * @param givenUp what failed, expired or is unknown, and waits for somebody to look
 */
public record Backlog(int pending, Optional<Instant> nextDue, int givenUp) {
  /** The most that is counted. */
  public static final int MOST = 10_000;

  public Backlog {
    Objects.requireNonNull(nextDue, "nextDue");
    pending = Math.min(pending, MOST);
    givenUp = Math.min(givenUp, MOST);
  }

  /** How long the one that has waited longest is due; nothing when none is late. */
  public Duration late(Instant now) {
    return nextDue
        .filter(now::isAfter)
        .map(due -> Duration.between(due, now))
        .orElse(Duration.ZERO);
  }
}
