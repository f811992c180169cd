package dev.shopbell.domain;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.DomainReport;
import dev.shopbell.store.StoreId;

/**
 * Told of what happens to domains. What it throws is logged and changes nothing. It is called in
 * the thread that an answer came in, so it must not wait for another look at a domain.
 */
public interface DomainListener {
  /** Hears nothing. */
  DomainListener NOOP = new DomainListener() {};

  /** A domain changed its state; told once a change. */
  default void changed(DomainChange change) {}

  /** A store's contact mailbox was changed through the library: time to empty caches. */
  default void mailboxChanged(StoreId store, EmailAddress mailbox) {}

  /** A store has begun to set up a domain that another store has too, or has one above. */
  default void shared(DomainSetup setup) {}

  /** A domain was looked at in full; the claim is as the look has left it. */
  default void examined(DomainClaim claim, DomainReport report) {}
}
