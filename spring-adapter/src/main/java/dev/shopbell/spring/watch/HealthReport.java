package dev.shopbell.spring.watch;

import java.util.Map;

/**
 * How the notifier is, in words that Boot's two kinds of health take.
 *
 * @param status UP, DEGRADED or DOWN
 * @param details in plain words and numbers, without an address of anybody
 */
record HealthReport(String status, Map<String, Object> details) {
  static final String UP = "UP";

  /** Works, but not as it should. Boot leaves it out of the application's own status. */
  static final String DEGRADED = "DEGRADED";

  static final String DOWN = "DOWN";
}
