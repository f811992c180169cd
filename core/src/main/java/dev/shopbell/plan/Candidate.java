package dev.shopbell.plan;

import dev.shopbell.address.Address;
import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Origin;
import dev.shopbell.notice.Recipient;
import dev.shopbell.store.StoreId;
import java.util.Objects;

/**
 * What a gate is asked about: this notice, to this person, by this channel.
 *
 * @param store whose notice
 * @param type of which type
 * @param channel the channel in question
 * @param recipient who it is for
 * @param address where they are reached on that channel
 * @param origin where the order came from
 */
public record Candidate(
    StoreId store,
    NoticeType type,
    Channel channel,
    Recipient recipient,
    Address address,
    Origin origin) {
  public Candidate {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(origin, "origin");
  }
}
