package dev.shopbell.inbound;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.notice.DeliveryId;
import java.util.Objects;
import java.util.Optional;

/**
 * Which delivery a message is about, and how that is known.
 *
 * @param by how
 * @param id the delivery's identifier; empty when nothing tells it
 * @param delivery the delivery as it stood; empty when it is not known, or no longer
 */
public record Match(By by, Optional<DeliveryId> id, Optional<Delivery> delivery) {
  static final Match NONE = new Match(By.NOTHING, Optional.empty(), Optional.empty());
  static final Match FORGED = new Match(By.FORGED, Optional.empty(), Optional.empty());

  /** How a delivery is known. */
  public enum By {
    /** A return path that was signed for it. */
    SIGNED_RETURN_PATH,
    /** The identifier in the fields of a report. */
    REPORT,
    /** Its Message-ID, in the letter that came back or in what is answered. */
    MESSAGE_ID,
    /** Nothing tells. */
    NOTHING,
    /** A return path of the right form that nobody here has signed; nothing else is believed. */
    FORGED
  }

  public Match {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(delivery, "delivery");
  }

  /** True when nobody but us can have written down what tells it. */
  boolean isSigned() {
    return by == By.SIGNED_RETURN_PATH;
  }
}
