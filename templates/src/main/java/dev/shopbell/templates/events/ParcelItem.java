package dev.shopbell.templates.events;

import java.net.URI;
import java.util.Optional;

/**
 * Goods that are spoken of without what they cost: in a parcel, to be reviewed. Prices are welcome,
 * since a caller has one list for the whole order; they are not shown.
 *
 * @param name what it is
 * @param options which of its kind; empty where there is one kind
 * @param quantity how many
 * @param price of one; not shown
 * @param lineTotal of all of them; not shown
 * @param image a square PNG or JPEG, https; empty shows none
 */
public record ParcelItem(
    @Longest(200) String name,
    @Longest(200) Optional<String> options,
    int quantity,
    Optional<Money> price,
    Optional<Money> lineTotal,
    Optional<URI> image) {
  /** So many of one kind. */
  public static ParcelItem of(String name, int quantity) {
    return new ParcelItem(
        name, Optional.empty(), quantity, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A line of an order. */
  public static ParcelItem of(Item item) {
    return new ParcelItem(
        item.name(),
        item.options(),
        item.quantity(),
        Optional.of(item.price()),
        item.lineTotal(),
        item.image());
  }
}
