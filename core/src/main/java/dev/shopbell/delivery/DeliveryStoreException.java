package dev.shopbell.delivery;

/**
 * A store of deliveries could not do what was asked. Nothing of it was done, unless the store went
 * away while it answered. The message says why and what to do, and holds nothing of a delivery: it
 * is logged as it is, while of other exceptions only the class is.
 */
public abstract class DeliveryStoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With what went wrong, and the remedy. */
  protected DeliveryStoreException(String problem) {
    super(problem);
  }

  /** What may be logged of a failure. */
  static String told(Throwable failure) {
    return failure instanceof DeliveryStoreException
        ? String.valueOf(failure.getMessage())
        : failure.getClass().getName();
  }
}
