package dev.shopbell.jdbc;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long an outbox keeps what is over, by its database's clock. What is pending is kept whatever
 * its age.
 *
 * @param ended deliveries that were accepted, delivered, cancelled or skipped, from then on; a
 *     receipt that comes later finds none
 * @param givenUp deliveries that failed, expired or are unknown, from then on; later they cannot be
 *     sent again
 * @param names callers' keys, from when they were first given: the same key later is a new notice.
 *     The key of what is pending is kept
 * @param reports receipts that no delivery was found for, and soft bounces; more than {@code
 *     SuppressionPolicy.within}
 * @param batch how many rows of each kind one call looks at, 1 to 10,000
 */
public record Retention(
    Duration ended, Duration givenUp, Duration names, Duration reports, int batch) {
  private static final Duration LEAST = Duration.ofDays(1);
  private static final int LARGEST_BATCH = 10_000;

  /** What ended for 90 days, what was given up for 180, keys for 30, reports for 60. */
  public static final Retention STANDARD =
      new Retention(
          Duration.ofDays(90),
          Duration.ofDays(180),
          Duration.ofDays(30),
          Duration.ofDays(60),
          1_000);

  public Retention {
    Map<String, Duration> ages =
        new TreeMap<>(
            Map.of("ended", ended, "givenUp", givenUp, "names", names, "reports", reports));
    ages.forEach(Retention::check);
    if (batch < 1 || batch > LARGEST_BATCH) {
      throw new IllegalArgumentException(
          "retention batch is " + batch + ": give 1 to " + LARGEST_BATCH);
    }
  }

  private static void check(String name, Duration age) {
    if (age.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "retention %s is %s: give a day or more, since clocks may differ by hours"
              .formatted(name, age));
    }
  }
}
