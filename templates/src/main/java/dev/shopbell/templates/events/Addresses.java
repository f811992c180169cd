package dev.shopbell.templates.events;

import java.util.List;

/**
 * Where the goods go, and the bill. Each is lines as they are written on a parcel; empty shows
 * none.
 *
 * @param shipTo the address of delivery, or the pick-up point
 * @param billTo the address of the bill
 */
public record Addresses(
    @MayBeEmpty @Longest(8) List<String> shipTo, @MayBeEmpty @Longest(8) List<String> billTo)
    implements Part {
  /** Neither. */
  public static final Addresses NONE = new Addresses(List.of(), List.of());

  public Addresses {
    shipTo = List.copyOf(shipTo);
    billTo = List.copyOf(billTo);
  }

  /** The goods go there. */
  public static Addresses shipTo(String... lines) {
    return new Addresses(List.of(lines), List.of());
  }

  /** Nothing: addresses are personal. */
  @Override
  public String toString() {
    return "Addresses[***]";
  }
}
