package dev.shopbell.delivery;

import dev.shopbell.notice.DeliveryId;
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
  private final Map<ReceiptName, DeliveryId> accepted = new HashMap<>();
  private final Map<ReceiptName, Receipt> waiting = new LinkedHashMap<>();

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
    return Optional.ofNullable(accepted.get(new ReceiptName(receipt.provider(), receipt.id())));
  }

  /** Keeps a receipt that nothing is known of; the oldest makes room for it. */
  void keep(Receipt receipt) {
    waiting.putIfAbsent(new ReceiptName(receipt.provider(), receipt.id()), receipt);
    if (waiting.size() > mostWaiting) {
      Iterator<ReceiptName> oldest = waiting.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  List<Receipt> take(String provider, List<String> ids) {
    return ids.stream()
        .flatMap(id -> Stream.ofNullable(waiting.remove(new ReceiptName(provider, id))))
        .toList();
  }

  private static Stream<ReceiptName> of(Delivery delivery) {
    return ReceiptName.of(delivery).stream();
  }
}
