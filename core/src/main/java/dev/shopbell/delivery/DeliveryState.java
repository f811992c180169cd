package dev.shopbell.delivery;

/** Where a delivery stands. */
public enum DeliveryState {
  /** Waits for its time, its turn or its next attempt, or is under way. */
  PENDING,
  /** A provider took it; whether it arrived is not known yet. */
  ACCEPTED,
  /** A receipt says that it arrived. */
  DELIVERED,
  /** Refused on every channel of its route, or reported failed. Kept; can be sent again by hand. */
  FAILED,
  /** A provider may have it or not. Kept; not sent again unless somebody decides so. */
  UNKNOWN,
  /** Its time ran out. Kept; can be sent again by hand. */
  EXPIRED,
  /** Cancelled before an attempt began, or before another one did. */
  CANCELLED,
  /** When its turn came, no channel might be taken any more: switched off, opted out. */
  SKIPPED;

  /** True for what was given up and somebody may want to see: failed, unknown, expired. */
  public boolean isGivenUp() {
    return this == FAILED || this == UNKNOWN || this == EXPIRED;
  }
}
