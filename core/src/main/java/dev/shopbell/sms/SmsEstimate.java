package dev.shopbell.sms;

/**
 * What a campaign may cost.
 *
 * @param recipients of one message each
 * @param fewest the bill when every message has its fewest segments
 * @param most the bill when every message has its most; with prices for the whole purchase it can
 *     be the smaller one
 */
public record SmsEstimate(long recipients, Bill fewest, Bill most) {
  /**
   * An estimate.
   *
   * @throws IllegalArgumentException when there is no recipient, or the price overflows
   */
  public static SmsEstimate of(PricePlan plan, SmsBounds bounds, long recipients) {
    if (recipients < 1) {
      throw new IllegalArgumentException(recipients + " recipients: a campaign has one or more");
    }
    try {
      return new SmsEstimate(
          recipients,
          plan.buy(Math.multiplyExact(recipients, (long) bounds.fewest())),
          plan.buy(Math.multiplyExact(recipients, (long) bounds.most())));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          recipients + " recipients are more segments than 64 bits can hold", e);
    }
  }
}
