package dev.shopbell.benchmarks.outbox;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How fast something went.
 *
 * @param notices how many
 * @param perSecond how many a second
 */
record Rate(int notices, double perSecond) {
  /** Something to measure. */
  interface Work {
    /** How many notices it moved. */
    int run() throws Exception;
  }

  static Rate of(Work work) throws Exception {
    long start = System.nanoTime();
    int moved = work.run();
    return of(moved, System.nanoTime() - start);
  }

  static Rate of(int notices, long nanos) {
    return new Rate(notices, notices * 1e9 / nanos);
  }

  static Rate median(List<Rate> rates) {
    return rates.stream()
        .sorted(Comparator.comparing(Rate::perSecond))
        .toList()
        .get(rates.size() / 2);
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
