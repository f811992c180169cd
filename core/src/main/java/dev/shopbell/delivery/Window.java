package dev.shopbell.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * When a delivery may go out.
 *
 * @param queued when it was sent by the caller
 * @param notBefore the earliest moment
 * @param expires the moment from which it is worthless
 */
public record Window(Instant queued, Instant notBefore, Instant expires) {
  public Window {
    if (!notBefore.isBefore(expires)) {
      throw new IllegalArgumentException(
          "notBefore "
              + notBefore
              + " is not before expires "
              + expires
              + ": nothing could be sent");
    }
  }

  /** True from the moment on from which the delivery is worthless. */
  public boolean isOver(Instant now) {
    return !now.isBefore(expires);
  }

  /** As long as this one, from that moment on. */
  public Window again(Instant now) {
    return new Window(now, now, now.plus(Duration.between(notBefore, expires)));
  }
}
