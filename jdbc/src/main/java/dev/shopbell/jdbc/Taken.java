package dev.shopbell.jdbc;

import dev.shopbell.delivery.Delivery;

/**
 * A delivery that was taken off the queue for a time.
 *
 * @param store whose
 * @param due when it was due, by the database's time
 * @param begun whether an attempt had begun, whose end nobody knows
 * @param delivery it
 */
record Taken(String store, long due, boolean begun, Delivery delivery) {}
