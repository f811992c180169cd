package dev.shopbell.store;

import java.util.Optional;

/**
 * The platform's own settings pages, asked at the moment of sending. What it answers is used once
 * and never kept, so a change takes effect with the next message. It is called by many threads.
 */
@FunctionalInterface
public interface StoreDirectory {
  /**
   * The store as it is now; empty when there is none of that id. An exception means "could not
   * ask": what was to be sent stays and is tried again.
   */
  Optional<Store> find(StoreId id);
}
