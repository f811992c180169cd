package dev.shopbell.delivery;

import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Deliveries that wait, by store; the stores take turns. Guarded by the store it is in. */
final class Lane {
  private final Map<StoreId, NavigableSet<QueuedDelivery>> turns = new LinkedHashMap<>();

  void add(QueuedDelivery entry) {
    turns.computeIfAbsent(entry.store(), store -> new TreeSet<>(QueuedDelivery.BY_DUE)).add(entry);
  }

  void remove(QueuedDelivery entry) {
    NavigableSet<QueuedDelivery> waiting = turns.get(entry.store());
    if (waiting != null && waiting.remove(entry) && waiting.isEmpty()) {
      turns.remove(entry.store());
    }
  }

  /**
   * Takes one delivery of each store in turn, until enough are taken or nothing more is due.
   *
   * @return how many were taken
   */
  int take(Instant now, int most, Predicate<StoreId> allowed, Consumer<QueuedDelivery> taker) {
    int taken = 0;
    int passedOver = 0;
    while (taken < most && passedOver < turns.size()) {
      Map.Entry<StoreId, NavigableSet<QueuedDelivery>> turn = turns.entrySet().iterator().next();
      StoreId store = turn.getKey();
      NavigableSet<QueuedDelivery> waiting = turn.getValue();
      turns.remove(store);
      QueuedDelivery first = waiting.first();
      if (first.isDue(now) && allowed.test(store)) {
        waiting.remove(first);
        taker.accept(first);
        taken++;
        passedOver = 0;
      } else {
        passedOver++;
      }
      if (!waiting.isEmpty()) {
        turns.put(store, waiting);
      }
    }
    return taken;
  }

  Optional<Instant> nextDue() {
    return turns.values().stream()
        .map(waiting -> waiting.first().delivery.progress().due())
        .min(Instant::compareTo);
  }
}
