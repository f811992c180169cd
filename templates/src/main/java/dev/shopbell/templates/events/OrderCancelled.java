package dev.shopbell.templates.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order was cancelled.
 *
 * @param order which
 * @param cancelReason why
 * @param cancelledAt when
 * @param refund what is paid back; empty where nothing was paid
 * @param goods what it was about; may be empty
 */
@Event("order.cancelled")
public record OrderCancelled(
    Order order,
    CancelReason cancelReason,
    Instant cancelledAt,
    Optional<Money> refund,
    @MayBeEmpty @Longest(200) List<ParcelItem> goods)
    implements StockEvent {
  public OrderCancelled {
    goods = List.copyOf(goods);
  }
}
