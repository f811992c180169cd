package dev.shopbell.templates.events;

import java.util.List;

/**
 * A parcel has left the shop.
 *
 * @param order of which order
 * @param parcel how it travels
 * @param goods what is in it; may be empty
 * @param shipTo where it goes, in lines; may be empty
 */
@Event(value = "order.shipped", days = 7)
public record OrderShipped(
    Order order,
    Parcel parcel,
    @MayBeEmpty @Longest(200) List<ParcelItem> goods,
    @MayBeEmpty @Longest(8) List<String> shipTo)
    implements StockEvent {
  public OrderShipped {
    goods = List.copyOf(goods);
    shipTo = List.copyOf(shipTo);
  }
}
