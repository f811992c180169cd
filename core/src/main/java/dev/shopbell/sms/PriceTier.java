package dev.shopbell.sms;

/**
 * A step of a price list.
 *
 * @param from the first segment that it is for, counted from 1
 * @param price in the currency's smallest unit, for as many segments as the plan says
 */
public record PriceTier(long from, long price) {
  public PriceTier {
    if (from < 1) {
      throw new IllegalArgumentException(
          "tier begins at segment " + from + ": segments are counted from 1");
    }
    if (price < 0) {
      throw new IllegalArgumentException(
          "tier from segment " + from + " has the price " + price + ": a price is not negative");
    }
  }
}
