package dev.shopbell.delivery;

import dev.shopbell.notice.DeliveryId;
import dev.shopbell.plan.Skipped;
import java.util.List;
import java.util.Objects;

/**
 * What {@code send} did. Queued is not sent.
 *
 * @param status whether this call queued the notice
 * @param deliveries what is on its way for it, by this call or by the first with the same key
 * @param skipped the channels that are not taken; empty for a duplicate
 */
public record SendResult(Status status, List<DeliveryId> deliveries, List<Skipped> skipped) {
  /** Whether a call queued its notice. */
  public enum Status {
    /** It is queued, unless every channel was skipped. */
    QUEUED,
    /** The same notice was sent before with the same key. */
    DUPLICATE,
    /**
     * Another notice was sent before with the same key; that one counts, and this one is dropped.
     */
    DUPLICATE_WITH_OTHER_CONTENT
  }

  public SendResult {
    Objects.requireNonNull(status, "status");
    deliveries = List.copyOf(deliveries);
    skipped = List.copyOf(skipped);
  }

  /** True when the key had been used before. */
  public boolean isDuplicate() {
    return status != Status.QUEUED;
  }
}
