package dev.shopbell.templates.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A parcel was handed over.
 *
 * @param order of which order
 * @param deliveredAt when
 * @param deliveredTo to whom or where, {@code the front desk}; empty leaves it out
 * @param goods what was in it; may be empty
 */
@Event(value = "order.delivered", days = 7)
public record OrderDelivered(
    Order order,
    Instant deliveredAt,
    @Longest(80) Optional<String> deliveredTo,
    @MayBeEmpty @Longest(200) List<ParcelItem> goods)
    implements StockEvent {
  public OrderDelivered {
    goods = List.copyOf(goods);
  }
}
