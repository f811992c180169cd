package dev.shopbell.templates.events;

import java.util.List;
import java.util.Optional;

/**
 * What was bought, and what it comes to.
 *
 * @param goods the lines, not empty
 * @param shipping what sending it costs; empty leaves the line out
 * @param discount what is taken off, above zero; empty leaves the line out
 * @param total what is paid
 */
public record Basket(
    @Longest(200) List<Item> goods, Optional<Money> shipping, Optional<Money> discount, Money total)
    implements Part {
  public Basket {
    goods = List.copyOf(goods);
  }

  /** Goods and their total, without shipping and discount. */
  public static Basket of(List<Item> goods, Money total) {
    return new Basket(goods, Optional.empty(), Optional.empty(), total);
  }
}
