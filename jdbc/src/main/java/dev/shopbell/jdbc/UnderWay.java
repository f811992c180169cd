package dev.shopbell.jdbc;

import dev.shopbell.delivery.Claim;
import dev.shopbell.store.StoreId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What this node has claimed and not completed, by store, until its lease would have ended. */
final class UnderWay {
  private final Map<String, Taken> taken = new HashMap<>();
  private final Map<StoreId, Integer> counts = new HashMap<>();

  private record Taken(StoreId store, long token, long since) {}

  synchronized void add(Claim claim) {
    StoreId store = claim.delivery().notice().store();
    remove(claim.delivery().id().value());
    taken.put(claim.delivery().id().value(), new Taken(store, claim.token(), System.nanoTime()));
    counts.merge(store, 1, Integer::sum);
  }

  synchronized void remove(Claim claim) {
    String id = claim.delivery().id().value();
    Taken held = taken.get(id);
    if (held != null && held.token() == claim.token()) {
      remove(id);
    }
  }

  private void remove(String id) {
    Taken held = taken.remove(id);
    if (held != null) {
      counts.computeIfPresent(held.store(), (store, count) -> count == 1 ? null : count - 1);
    }
  }

  synchronized void dropLapsed(Duration lease) {
    long now = System.nanoTime();
    taken.entrySet().stream()
        .filter(entry -> now - entry.getValue().since() > lease.toNanos())
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::remove);
  }

  synchronized int of(StoreId store) {
    return counts.getOrDefault(store, 0);
  }

  /** The stores that have so many under way. */
  synchronized Set<StoreId> full(int most) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= most)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
