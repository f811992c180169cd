package dev.shopbell.domain;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.DomainReport;
import dev.shopbell.store.StoreId;

/** Told of what happens to domains. What it throws is logged and changes nothing. */
public interface DomainListener {
  /** Hears nothing. */
  DomainListener NOOP = new DomainListener() {};

  /** A domain changed its state; told once a change. */
  default void changed(DomainChange change) {}

  /** A store's contact mailbox was changed through the library: time to empty caches. */
  default void mailboxChanged(StoreId store, EmailAddress mailbox) {}

  /** Another store has the domain too, or the zone above it. */
  default void shared(DomainSetup setup) {}

  /** A domain was looked at in full. */
  default void examined(DomainClaim claim, DomainReport report) {}
}
