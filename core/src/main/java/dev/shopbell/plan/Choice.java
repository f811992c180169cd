package dev.shopbell.plan;

import dev.shopbell.address.Address;
import dev.shopbell.address.Channel;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.store.Endpoint;
import java.util.Objects;
import java.util.Optional;

/**
 * A channel that may be taken, and how.
 *
 * @param channel which one
 * @param address where it goes
 * @param sender who a letter is from; empty on other channels
 * @param account the store's own account that it goes through; empty for the platform's
 */
public record Choice(
    Channel channel, Address address, Optional<SenderPlan> sender, Optional<Endpoint> account) {
  public Choice {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(sender, "sender");
    Objects.requireNonNull(account, "account");
  }
}
