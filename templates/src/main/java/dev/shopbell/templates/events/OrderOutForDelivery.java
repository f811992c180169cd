package dev.shopbell.templates.events;

import java.util.List;
import java.util.Optional;

/**
 * A parcel comes today.
 *
 * @param order of which order
 * @param parcel how it travels
 * @param courierPhone whom to call; empty leaves it out
 * @param goods what is in it; may be empty
 * @param shipTo where it goes, in lines; may be empty
 */
@Event(value = "order.out-for-delivery", days = 1)
public record OrderOutForDelivery(
    Order order,
    Parcel parcel,
    @Longest(40) Optional<String> courierPhone,
    @MayBeEmpty @Longest(200) List<ParcelItem> goods,
    @MayBeEmpty @Longest(8) List<String> shipTo)
    implements StockEvent {
  public OrderOutForDelivery {
    goods = List.copyOf(goods);
    shipTo = List.copyOf(shipTo);
  }
}
