package dev.shopbell.address;

import dev.shopbell.internal.Masks;
import dev.shopbell.internal.Text;

/**
 * An address on a channel that a plug-in brings: a push token, a chat name, the URL of a webhook.
 *
 * @param value the address in the plug-in's own form, one line of at most 2,000 characters
 */
public record ChannelAddress(String value) implements Address {
  public ChannelAddress {
    Text.line("address", value, 2_000);
  }

  /** Masked: the first characters and the last two. */
  @Override
  public String toString() {
    return Masks.digits(value);
  }
}
