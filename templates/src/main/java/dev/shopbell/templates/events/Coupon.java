package dev.shopbell.templates.events;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Something off the next order; shown only to those who consented to marketing.
 *
 * @param code what to type in
 * @param offer what it is worth, in the reader's language, {@code 10% off}
 * @param until its last moment
 */
public record Coupon(@Longest(64) String code, @Longest(80) String offer, Instant until) {
  private static final int DAYS = 7;

  /**
   * Good for seven days after that moment, to the end of the last day by the store's clock.
   *
   * @param zone the store's
   */
  public static Coupon forSevenDays(String code, String offer, Instant from, ZoneId zone) {
    Instant until =
        from.atZone(zone)
            .toLocalDate()
            .plusDays(DAYS)
            .atTime(LocalTime.of(23, 59))
            .atZone(zone)
            .toInstant();
    return new Coupon(code, offer, until);
  }
}
