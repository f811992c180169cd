package dev.shopbell.spring;

import dev.shopbell.delivery.EnqueueScope;
import java.util.Optional;

/**
 * Where notices are stored that the application sends.
 *
 * @param scope joins the open transaction; empty where the store of deliveries is asked itself
 */
record OutboxScope(Optional<EnqueueScope> scope) {
  /** The store of deliveries itself. */
  static final OutboxScope NONE = new OutboxScope(Optional.empty());
}
