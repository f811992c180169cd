package dev.shopbell.jdbc;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What an outbox holds back at one moment, counted row by row: for a person who looks, while {@link
 * JdbcOutbox#backlog} is for what asks every few seconds.
 *
 * @param urgent all but marketing
 * @param marketing what waits behind it
 * @param givenUp what failed, expired or is unknown, and waits for somebody to look
 */
public record OutboxStatus(Lane urgent, Lane marketing, long givenUp) {
  public OutboxStatus {
    Objects.requireNonNull(urgent, "urgent");
    Objects.requireNonNull(marketing, "marketing");
  }

  /**
   * One lane of the queue.
   *
   * @param pending all that is in it
   * @param underWay how much of that is claimed by somebody whose lease has not ended
   * @param lateSince since when the one that has waited longest is due; empty when none is late
   */
  public record Lane(long pending, long underWay, Optional<Instant> lateSince) {
    static final Lane EMPTY = new Lane(0, 0, Optional.empty());

    public Lane {
      Objects.requireNonNull(lateSince, "lateSince");
    }
  }
}
