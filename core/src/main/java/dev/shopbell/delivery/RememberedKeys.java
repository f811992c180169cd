package dev.shopbell.delivery;

import dev.shopbell.notice.IdempotencyKey;
import dev.shopbell.store.StoreId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What came first under each store's key. Beyond the most it keeps, the oldest with nothing pending
 * is forgotten; while all have something pending it grows. Guarded by the store it is in.
 */
final class RememberedKeys {
  private final int most;
  private final Predicate<Delivery> pending;
  private final Map<StoreKey, Submission> first = new LinkedHashMap<>();

  private record StoreKey(StoreId store, IdempotencyKey key) {}

  /**
   * Remembers nothing yet.
   *
   * @param pending whether a delivery still is, as it stands now
   */
  RememberedKeys(int most, Predicate<Delivery> pending) {
    this.most = most;
    this.pending = pending;
  }

  /** What was remembered under that submission's key; empty where it has none, or a new one. */
  Optional<Submission> first(Submission submission) {
    return key(submission).map(first::get);
  }

  /** Remembers a submission where it has a key. */
  void remember(Submission submission) {
    key(submission).ifPresent(key -> first.put(key, submission));
    if (first.size() > most) {
      forgetOldest();
    }
  }

  private void forgetOldest() {
    Iterator<Submission> oldest = first.values().iterator();
    while (oldest.hasNext()) {
      if (oldest.next().deliveries().stream().noneMatch(pending)) {
        oldest.remove();
        return;
      }
    }
  }

  private static Optional<StoreKey> key(Submission submission) {
    return submission.key().map(key -> new StoreKey(submission.store(), key));
  }
}
