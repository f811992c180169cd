package dev.shopbell.consent;

import dev.shopbell.address.Channel;
import dev.shopbell.internal.Text;
import dev.shopbell.notice.Purpose;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a recipient said of one purpose of a store's messages: yes or no. A row of a table.
 *
 * @param store whose messages
 * @param recipient {@link dev.shopbell.notice.Recipient#id}
 * @param purpose of which purpose; the others are not touched by it
 * @param channel on which channel; empty for all
 * @param granted true for yes, false for no
 * @param time when it was said, to the millisecond; told, and nothing is decided by it
 * @param source what proves it, such as {@code checkout form 3} or {@code unsubscribe-link}: one
 *     line of at most 200 characters; empty once the recipient is forgotten
 */
public record Consent(
    StoreId store,
    String recipient,
    Purpose purpose,
    Optional<Channel> channel,
    boolean granted,
    Instant time,
    String source) {
  public Consent {
    Objects.requireNonNull(store, "store");
    Text.line("recipient id", recipient, 128);
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(channel, "channel");
    time = Instant.ofEpochMilli(time.toEpochMilli());
    Text.optionalLine("source of a consent", source, 200);
  }

  /** Without its source, as it is kept of somebody who is forgotten. */
  public Consent withoutSource() {
    return new Consent(store, recipient, purpose, channel, granted, time, "");
  }

  /** True when it says something of that purpose on that channel. */
  boolean concerns(Purpose purpose, Channel channel) {
    return this.purpose == purpose && this.channel.map(channel::equals).orElse(true);
  }

  /** Without the recipient and the source. */
  @Override
  public String toString() {
    return "Consent[%s, %s, %s, %s]"
        .formatted(
            store,
            purpose,
            channel.map(Channel::name).orElse("all channels"),
            granted ? "granted" : "withdrawn");
  }
}
