package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the claims of all stores. Called by many threads, and by several machines where it is
 * durable.
 */
public interface DomainRegistry {
  /** The store's claim on that domain; empty when it never had one. */
  Optional<DomainClaim> find(StoreId store, DomainName domain);

  /** The claims of all stores on that domain. */
  List<DomainClaim> claims(DomainName domain);

  /** The claims to look at by now, those due longest first, at most so many. */
  List<DomainClaim> due(Instant now, int most);

  /**
   * Stores a claim, and counts its version up.
   *
   * @return false when another has stored it since it was read: nothing is stored then
   */
  boolean save(DomainClaim claim);
}
