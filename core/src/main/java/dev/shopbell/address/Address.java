package dev.shopbell.address;

/**
 * Where somebody is reached on a channel. {@code toString} is masked in every implementation and
 * may stand in a log; {@link #value()} is the whole address and may not.
 */
public sealed interface Address permits EmailAddress, PhoneNumber, WeChatUser, ChannelAddress {
  /** The whole address as one line of text: personal data. */
  String value();
}
