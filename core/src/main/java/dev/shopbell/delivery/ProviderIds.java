package dev.shopbell.delivery;

import dev.shopbell.notice.DeliveryId;
import dev.shopbell.transport.Outcome.Accepted;
import dev.shopbell.transport.Receipt;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which delivery a provider accepted under which identifier, and the receipts that came before that
 * was known. Guarded by the store it is in.
 */
final class ProviderIds {
  private final int mostWaiting;
  private final Map<Id, DeliveryId> accepted = new HashMap<>();
  private final Map<Id, Receipt> waiting = new LinkedHashMap<>();

  private record Id(String provider, String id) {}

  ProviderIds(int mostWaiting) {
    this.mostWaiting = mostWaiting;
  }

  void remember(Delivery delivery) {
    of(delivery).forEach(id -> accepted.put(id, delivery.id()));
  }

  void forget(Delivery delivery) {
    of(delivery).forEach(accepted::remove);
  }

  Optional<DeliveryId> find(Receipt receipt) {
    return Optional.ofNullable(accepted.get(new Id(receipt.provider(), receipt.id())));
  }

  /** Keeps a receipt that nothing is known of; the oldest makes room for it. */
  void keep(Receipt receipt) {
    waiting.putIfAbsent(new Id(receipt.provider(), receipt.id()), receipt);
    if (waiting.size() > mostWaiting) {
      Iterator<Id> oldest = waiting.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  List<Receipt> take(String provider, List<String> ids) {
    return ids.stream()
        .flatMap(id -> Stream.ofNullable(waiting.remove(new Id(provider, id))))
        .toList();
  }

  private static Stream<Id> of(Delivery delivery) {
    return delivery.progress().last().stream()
        .map(Attempt::outcome)
        .filter(Accepted.class::isInstance)
        .map(Accepted.class::cast)
        .flatMap(taken -> taken.ids().stream().map(id -> new Id(taken.provider(), id)));
  }
}
