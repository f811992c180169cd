package dev.shopbell.templates.events;

import java.net.URI;
import java.util.Optional;

/**
 * A line of an order.
 *
 * @param name what it is
 * @param options which of its kind, as in "Moss green, 120 ml"; empty where there is one kind
 * @param quantity how many
 * @param price of one
 * @param lineTotal of all of them; empty shows the price of one and how many
 * @param image a square PNG or JPEG, https, at least 128 pixels wide; empty shows none
 */
public record Item(
    @Longest(200) String name,
    @Longest(200) Optional<String> options,
    int quantity,
    Money price,
    Optional<Money> lineTotal,
    Optional<URI> image) {
  /** So many of one kind, with their sum. */
  public static Item of(String name, int quantity, Money price) {
    return new Item(
        name,
        Optional.empty(),
        quantity,
        price,
        Optional.of(price.times(quantity)),
        Optional.empty());
  }

  /** The same of which that is chosen. */
  public Item options(String options) {
    return new Item(name, Optional.of(options), quantity, price, lineTotal, image);
  }

  /** The same with an image. */
  public Item image(URI image) {
    return new Item(name, options, quantity, price, lineTotal, Optional.of(image));
  }
}
