package dev.shopbell.consent;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.Recipient;
import dev.shopbell.store.StoreId;

/**
 * Whether a store may send marketing to somebody who has said neither yes nor no. Which it is, is a
 * matter of the law where the recipient lives, so that a platform may answer for each.
 */
@FunctionalInterface
public interface ConsentPolicy {
  /** It may, until they say no. */
  ConsentPolicy OPT_OUT = (store, recipient, channel) -> true;

  /** It may not, until they say yes. */
  ConsentPolicy OPT_IN = (store, recipient, channel) -> false;

  /** Whether that store may, on that channel. */
  boolean allowsUnasked(StoreId store, Recipient recipient, Channel channel);
}
