package dev.shopbell.sms;

import dev.shopbell.internal.Text;

/**
 * A message that arrived. One that did not is on no bill.
 *
 * @param type of the notice, {@code order.shipped}
 * @param segments that the provider charged
 */
public record DeliveredSms(String type, int segments) {
  public DeliveredSms {
    Text.line("type", type, 100);
    if (segments < 1) {
      throw new IllegalArgumentException(
          "a message of " + segments + " segments cannot be delivered: it has 1 or more");
    }
  }
}
