package dev.shopbell.benchmarks.outbox;

import java.util.Locale;

/** Rows as they are measured, and how they compare. */
final class Report {
  private Report() {}

  static void title(String title) {
    System.out.printf("%n%s%n", title);
  }

  static Rate row(String name, Rate rate) {
    line(name, rate, "");
    return rate;
  }

  /** With how much that is of another rate. */
  static Rate row(String name, Rate rate, Rate base, String baseName) {
    line(name, rate, String.format(Locale.ROOT, "%6.2f of %s", ratio(rate, base), baseName));
    return rate;
  }

  /** With how many times as fast ours is. */
  static void peer(String name, Rate rate, Rate ours) {
    line(name, rate, String.format(Locale.ROOT, "ours is %.1f times that", ratio(ours, rate)));
  }

  static void value(String name, String value) {
    System.out.printf("%-62s %s%n", name, value);
  }

  private static double ratio(Rate rate, Rate base) {
    return rate.perSecond() / base.perSecond();
  }

  private static void line(String name, Rate rate, String more) {
    System.out.printf(
        Locale.ROOT, "%-62s %9.0f/s %9d  %s%n", name, rate.perSecond(), rate.notices(), more);
  }
}
