package dev.shopbell.templates.events;

import dev.shopbell.notice.Purpose;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Something off, for somebody who bought before. Marketing.
 *
 * @param name of the buyer; empty where it is not known
 * @param goods what might run out by now
 * @param coupon what is offered
 * @param shopLink where to buy, https
 */
@Event(
    value = "repurchase.offered",
    purpose = Purpose.MARKETING,
    channels = {"email", "sms"},
    days = 7)
public record RepurchaseOffered(
    @Longest(80) Optional<String> name,
    @Longest(20) List<ParcelItem> goods,
    Coupon coupon,
    URI shopLink)
    implements StockEvent {
  public RepurchaseOffered {
    goods = List.copyOf(goods);
  }
}
