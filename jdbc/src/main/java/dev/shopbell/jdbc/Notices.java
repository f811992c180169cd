package dev.shopbell.jdbc;

import java.util.List;
import java.util.Optional;

/**
 * What is stored at once: all of it, or nothing when the name is taken.
 *
 * @param name the row of the caller's own name
 * @param deliveries their rows
 * @param turns their rows in the queue
 */
record Notices(Optional<Object[]> name, List<Object[]> deliveries, List<Object[]> turns) {
  static final List<String> NAME = List.of("store", "name", "fingerprint", "deliveries", "at");
}
