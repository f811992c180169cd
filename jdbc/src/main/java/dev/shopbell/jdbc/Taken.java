package dev.shopbell.jdbc;

import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.Delivery;

/**
 * A delivery that was taken off the queue for a time.
 *
 * @param store whose
 * @param due when it was due, by the database's time
 * @param begun whether an attempt had begun, whose end nobody knows
 * @param lapses how many claims on it in a row have lapsed with no attempt begun
 * @param delivery it
 */
record Taken(String store, long due, boolean begun, int lapses, Delivery delivery) {
  Claim claim(long token) {
    return new Claim(delivery, token, begun, lapses);
  }
}
