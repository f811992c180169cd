package dev.shopbell.sms;

import java.util.List;

/**
 * What segments cost, and by which tiers.
 *
 * @param currency ISO 4217
 * @param amount in its smallest unit
 * @param segments that are charged
 * @param freeSegments that were delivered and are not charged
 * @param per how many segments a line's price is for
 * @param lines one for each tier that has a part in it
 */
public record Bill(
    String currency, long amount, long segments, long freeSegments, long per, List<Line> lines) {
  public Bill {
    lines = List.copyOf(lines);
  }

  /**
   * What one tier has a part in.
   *
   * @param from where the tier begins
   * @param segments charged by it
   * @param price of the tier
   */
  public record Line(long from, long segments, long price) {}
}
