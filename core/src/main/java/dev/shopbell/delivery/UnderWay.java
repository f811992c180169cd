package dev.shopbell.delivery;

import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.StoreId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the workers of this process have claimed and not finished. */
final class UnderWay {
  private final Map<DeliveryId, Claim> claims = new HashMap<>();
  private final Map<StoreId, Integer> counts = new HashMap<>();

  synchronized void add(Claim claim) {
    Claim lapsed = claims.put(claim.delivery().id(), claim);
    if (lapsed != null) {
      uncount(lapsed.delivery().notice().store());
    }
    counts.merge(claim.delivery().notice().store(), 1, Integer::sum);
  }

  synchronized void end(Claim claim) {
    DeliveryId id = claim.delivery().id();
    Claim held = claims.get(id);
    if (held != null && held.token() == claim.token()) {
      uncount(held.delivery().notice().store());
      claims.remove(id);
    }
  }

  private void uncount(StoreId store) {
    counts.computeIfPresent(store, (key, count) -> count == 1 ? null : count - 1);
  }

  synchronized int of(StoreId store) {
    return counts.getOrDefault(store, 0);
  }

  synchronized List<Claim> claims() {
    return List.copyOf(claims.values());
  }
}
