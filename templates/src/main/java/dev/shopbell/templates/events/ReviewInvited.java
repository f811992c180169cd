package dev.shopbell.templates.events;

import dev.shopbell.notice.Purpose;
import java.net.URI;
import java.util.List;

/**
 * A buyer is asked what they think. Marketing: it wants something of the reader.
 *
 * @param order of which order
 * @param goods what it is about
 * @param reviewLink where it is written, https
 */
@Event(value = "review.invited", purpose = Purpose.MARKETING, channels = "email", days = 14)
public record ReviewInvited(Order order, @Longest(200) List<ParcelItem> goods, URI reviewLink)
    implements StockEvent {
  public ReviewInvited {
    goods = List.copyOf(goods);
  }
}
