package dev.shopbell.consent;

import dev.shopbell.store.StoreId;
import java.util.List;

/**
 * Keeps what recipients said last: a row for each store, recipient, purpose and channel, and one
 * for all channels. Called by many threads; an exception means "could not ask".
 */
public interface ConsentStore {
  /**
   * All that a recipient said of a store's messages, in any order; empty when they said nothing.
   */
  List<Consent> find(StoreId store, String recipient);

  /**
   * Keeps what was said, in place of what was said before of the same store, recipient, purpose and
   * channel. What is said of all channels takes the place of what was said of each of them too.
   */
  void put(Consent consent);

  /**
   * Forgets a person, in all stores. What they granted is erased. What they refused stays, without
   * its source, so that nobody writes to them who still has the identifier.
   */
  void forget(String recipient);
}
