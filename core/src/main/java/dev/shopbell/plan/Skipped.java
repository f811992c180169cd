package dev.shopbell.plan;

import dev.shopbell.address.Channel;
import java.util.Objects;

/**
 * A channel that is not taken.
 *
 * @param type the type of notice
 * @param channel which one
 * @param reason why
 */
public record Skipped(String type, Channel channel, SkipReason reason) {
  public Skipped {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(reason, "reason");
  }

  @Override
  public String toString() {
    return type + " by " + channel + ": " + reason;
  }
}
