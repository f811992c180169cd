package dev.shopbell.delivery;

import dev.shopbell.notice.IdempotencyKey;
import dev.shopbell.store.StoreId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A notice and what it becomes, to be stored together or not at all.
 *
 * @param store whose it is; keys are per store
 * @param key the caller's; empty when it has none
 * @param fingerprint the same for the same content
 * @param deliveries may be empty, when every channel was skipped; the key is kept all the same
 */
public record Submission(
    StoreId store, Optional<IdempotencyKey> key, String fingerprint, List<Delivery> deliveries) {
  public Submission {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(fingerprint, "fingerprint");
    deliveries = List.copyOf(deliveries);
  }
}
