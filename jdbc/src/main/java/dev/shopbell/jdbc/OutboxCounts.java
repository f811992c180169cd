package dev.shopbell.jdbc;

import dev.shopbell.address.Channel;
import dev.shopbell.delivery.DeliveryState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of the newest deliveries of an outbox. No statistics over days: what was taken out is
 * not counted, and neither is what is older than the oldest that was looked at.
 *
 * @param deliveries how many were looked at
 * @param since when the oldest of them was sent; empty when there is none
 * @param all whether these are all that there are
 * @param lines how many of each kind, by type, channel and state
 */
public record OutboxCounts(
    long deliveries, Optional<Instant> since, boolean all, List<Line> lines) {
  public OutboxCounts {
    Objects.requireNonNull(since, "since");
    lines = List.copyOf(lines);
  }

  /**
   * How many deliveries are alike.
   *
   * @param type of notice
   * @param channel the one that was used last, or is to be used next
   * @param state where they stand
   * @param count how many
   */
  public record Line(String type, Channel channel, DeliveryState state, long count) {}
}
