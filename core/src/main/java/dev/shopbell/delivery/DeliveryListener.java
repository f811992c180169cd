package dev.shopbell.delivery;

import dev.shopbell.transport.OutboundMessage;

/**
 * Is told of deliveries as they move, for logs, statistics and archives. Called on the thread that
 * moved them; an exception is logged and changes nothing.
 */
public interface DeliveryListener {
  /** A delivery was queued. */
  default void queued(Delivery delivery) {}

  /**
   * A message was handed to a transport, whatever became of it.
   *
   * @param delivery as it stands after the attempt
   * @param attempt the attempt, with its outcome
   * @param message what was handed over, with its personal content
   */
  default void attempted(Delivery delivery, Attempt attempt, OutboundMessage message) {}

  /** A delivery came to a state other than pending. It may come to another one by a receipt. */
  default void ended(Delivery delivery) {}
}
