package dev.shopbell.delivery;

import dev.shopbell.notice.DeliveryId;
import java.util.List;

/**
 * What a cancellation reached.
 *
 * @param cancelled will not go out
 * @param tooLate had begun, may have begun or were accepted: they may arrive; they are not tried
 *     again, and take no other channel, if they do not
 */
public record Cancellation(List<Delivery> cancelled, List<DeliveryId> tooLate) {
  public Cancellation {
    cancelled = List.copyOf(cancelled);
    tooLate = List.copyOf(tooLate);
  }
}
