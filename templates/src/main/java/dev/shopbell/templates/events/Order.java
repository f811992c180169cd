package dev.shopbell.templates.events;

import java.net.URI;
import java.util.Optional;

/**
 * Which order a notice is about, and whose.
 *
 * @param orderNumber as the shop's own pages show it
 * @param name of the buyer; empty where it is not known, and the greeting does without
 * @param orderLink the order's page, https; empty leaves the button out
 */
public record Order(
    @Longest(64) String orderNumber, @Longest(80) Optional<String> name, Optional<URI> orderLink)
    implements Part {
  /** An order without the buyer's name and without a page. */
  public static Order of(String orderNumber) {
    return new Order(orderNumber, Optional.empty(), Optional.empty());
  }

  /** The same, of that buyer. */
  public Order name(String name) {
    return new Order(orderNumber, Optional.of(name), orderLink);
  }

  /** The same, with its page. */
  public Order link(URI link) {
    return new Order(orderNumber, name, Optional.of(link));
  }

  /** Without the name, which is personal. */
  @Override
  public String toString() {
    return "Order[" + orderNumber + "]";
  }
}
