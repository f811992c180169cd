package dev.shopbell.delivery;

import java.util.Objects;

/**
 * A worker's right to attempt a delivery until its lease ends.
 *
 * @param delivery as it was claimed
 * @param token the right itself: whoever claims it later has another, and this one is void
 * @param abandoned true when an attempt had begun and was never completed, so that its outcome is
 *     unknown and nothing may be attempted
 * @param lapses how many claims on it in a row have lapsed with no attempt begun: whatever works on
 *     it may die of it
 */
public record Claim(Delivery delivery, long token, boolean abandoned, int lapses) {
  public Claim {
    Objects.requireNonNull(delivery, "delivery");
  }
}
