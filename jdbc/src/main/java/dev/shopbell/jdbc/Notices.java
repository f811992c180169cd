package dev.shopbell.jdbc;

import dev.shopbell.delivery.Submission;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is stored at once: all of it, or nothing when the name is taken.
 *
 * @param submission what it is
 * @param name the row of the caller's own name
 * @param deliveries their rows
 * @param turns their rows in the queue
 */
record Notices(
    Submission submission,
    Optional<Object[]> name,
    List<Object[]> deliveries,
    List<Object[]> turns) {
  static final List<String> NAME = List.of("store", "name", "fingerprint", "deliveries", "at");

  /** Its first delivery's identifier, which tells it from all others; null when it has no name. */
  @Nullable String mark() {
    String first = deliveries.isEmpty() ? "" : (String) deliveries.get(0)[0];
    return name.isPresent() ? first : null;
  }

  /** How long its deliveries' bodies are together. */
  long octets() {
    return deliveries.stream().mapToLong(row -> ((byte[]) row[row.length - 1]).length).sum();
  }
}
