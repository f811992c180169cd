package dev.shopbell.templates.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order takes longer than was said.
 *
 * @param order which
 * @param expectedBy when it should be there now
 * @param reason why, in the shop's words; empty leaves it out
 * @param goods what is late; may be empty
 */
@Event("order.delayed")
public record OrderDelayed(
    Order order,
    Instant expectedBy,
    @Longest(300) Optional<String> reason,
    @MayBeEmpty @Longest(200) List<ParcelItem> goods)
    implements StockEvent {
  public OrderDelayed {
    goods = List.copyOf(goods);
  }
}
