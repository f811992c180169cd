package dev.shopbell.transport;

import dev.shopbell.address.Channel;
import dev.shopbell.internal.Text;
import java.time.Duration;
import java.util.Objects;

/**
 * What a transport is and can do.
 *
 * @param name stands in logs, statistics and receipts, and names its settings in a store
 * @param channel the channel of the messages it takes
 * @param grace how long after a deadline it may need to return
 * @param deduplicates true when the provider takes a message with the same {@link
 *     SendContext#key()} once, so that sending it again after an unknown outcome is safe
 */
public record TransportInfo(String name, Channel channel, Duration grace, boolean deduplicates) {
  public TransportInfo {
    Text.line("transport name", name, 100);
    Objects.requireNonNull(channel, "channel");
    if (grace.isNegative() || grace.compareTo(Duration.ofSeconds(30)) > 0) {
      throw new IllegalArgumentException("grace is " + grace + ": give at most 30 s");
    }
  }

  /** A transport that returns within a second of its deadline and does not de-duplicate. */
  public static TransportInfo of(String name, Channel channel) {
    return new TransportInfo(name, channel, Duration.ofSeconds(1), false);
  }

  /** The same, where the provider takes a message with the same key once. */
  public TransportInfo deduplicating() {
    return new TransportInfo(name, channel, grace, true);
  }
}
