package dev.shopbell.notice;

import dev.shopbell.address.Channel;
import dev.shopbell.store.StoreId;

/**
 * Whether a recipient wants to be sold something, on a channel. Asked just before a transactional
 * notice is rendered, for the promotion blocks in it; a notice whose purpose is marketing is held
 * back by a gate instead.
 */
@FunctionalInterface
public interface MarketingConsent {
  /** Nobody has consented: promotion blocks are left out. */
  MarketingConsent NONE = (store, recipient, channel) -> false;

  /** Whether that recipient consented to marketing by that store on that channel. */
  boolean isGiven(StoreId store, Recipient recipient, Channel channel);
}
