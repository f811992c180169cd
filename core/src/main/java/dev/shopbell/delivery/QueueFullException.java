package dev.shopbell.delivery;

/** A notice that a store of deliveries has no room for. Nothing of it was queued. */
public final class QueueFullException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says how many deliveries are waiting. */
  public QueueFullException(int capacity) {
    super(
        "the queue is full with "
            + capacity
            + " deliveries: send again later, give it more room, or use a durable store");
  }
}
