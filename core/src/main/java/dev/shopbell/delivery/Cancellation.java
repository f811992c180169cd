package dev.shopbell.delivery;

import dev.shopbell.notice.DeliveryId;
import java.util.List;

/**
 * What a cancellation reached.
 *
 * @param cancelled will not go out, but for one that a transport with {@link
 *     dev.shopbell.transport.TransportInfo#deduplicates} was sending at that moment: no beginning
 *     is on record there, so that it may still arrive, though nobody tries it again
 * @param tooLate had begun or were accepted: they may arrive; they are not tried again, and take no
 *     other channel, if they do not
 */
public record Cancellation(List<Delivery> cancelled, List<DeliveryId> tooLate) {
  public Cancellation {
    cancelled = List.copyOf(cancelled);
    tooLate = List.copyOf(tooLate);
  }
}
