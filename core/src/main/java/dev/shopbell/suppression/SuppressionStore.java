package dev.shopbell.suppression;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the lists: two tables. One has a row an address (store, address, reason, time, count), the
 * other a row a soft bounce (store, address, cause, time). Addresses come in lower case. Called by
 * many threads; an exception means "could not ask".
 */
public interface SuppressionStore {
  /** The entry of an address, also a lifted one; empty when there is none. */
  Optional<SuppressedAddress> find(StoreId store, EmailAddress address);

  /** Writes an entry in place of the one that its store and address have. */
  void put(SuppressedAddress entry);

  /**
   * Writes down a soft bounce, unless one with that cause is there already, and counts.
   *
   * @param cause what bounced, the delivery's identifier: reported twice, it counts once
   * @param since soft bounces before it are not counted, and may be forgotten
   * @return how many the address has since then, this one included
   */
  int softBounce(StoreId store, EmailAddress address, String cause, Instant at, Instant since);

  /** Forgets the soft bounces of an address. */
  void forgetSoftBounces(StoreId store, EmailAddress address);

  /** All entries of a store, lifted ones too, in any order. To be closed. */
  Stream<SuppressedAddress> list(StoreId store);
}
