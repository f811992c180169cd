package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.store.StoreId;

/** Answers what is known of a store's domain, at the moment of sending. Called by many threads. */
@FunctionalInterface
public interface SendingDomains {
  /** No store has a domain of its own in effect. */
  SendingDomains NONE = (store, domain) -> DomainStatus.UNKNOWN;

  /** The domain's status for that store; {@link DomainStatus#UNKNOWN} when it was never set up. */
  DomainStatus status(StoreId store, DomainName domain);
}
