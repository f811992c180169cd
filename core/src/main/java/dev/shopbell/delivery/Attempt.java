package dev.shopbell.delivery;

import dev.shopbell.address.Channel;
import dev.shopbell.transport.Outcome;
import java.time.Instant;
import java.util.Objects;

/**
 * One try to hand a delivery to a provider.
 *
 * @param number 1 for the first
 * @param channel by which
 * @param transport the name of the transport; empty when it never came so far
 * @param at when it ended
 * @param outcome what became of it
 */
public record Attempt(int number, Channel channel, String transport, Instant at, Outcome outcome) {
  public Attempt {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(transport, "transport");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(outcome, "outcome");
  }
}
