package dev.shopbell.transport;

import dev.shopbell.internal.Masks;
import org.jspecify.annotations.Nullable;

/** The wire broke while a message was handed over. Addresses in its message are masked. */
public final class TransportException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean mayHaveLeft;

  private TransportException(String problem, boolean mayHaveLeft, @Nullable Throwable cause) {
    super(Masks.text(problem), cause);
    this.mayHaveLeft = mayHaveLeft;
  }

  /** Nothing of the message reached the provider: it is safe to send it again. */
  public static TransportException nothingLeft(String problem, @Nullable Throwable cause) {
    return new TransportException(problem, false, cause);
  }

  /** The provider may have it: the outcome is unknown. */
  public static TransportException mayHaveLeft(String problem, @Nullable Throwable cause) {
    return new TransportException(problem, true, cause);
  }

  /** True when the provider may have the message. */
  public boolean mayHaveLeft() {
    return mayHaveLeft;
  }
}
