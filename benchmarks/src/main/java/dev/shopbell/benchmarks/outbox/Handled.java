package dev.shopbell.benchmarks.outbox;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what a peer's handlers get, and times it from the first to the last. */
final class Handled {
  private static final int PATIENCE = 120;

  private final AtomicInteger count = new AtomicInteger();
  private final int expected;
  private final CountDownLatch all = new CountDownLatch(1);
  private volatile long first;
  private volatile long last;

  Handled(int expected) {
    this.expected = expected;
  }

  void one() {
    int number = count.incrementAndGet();
    if (number == 1) {
      first = System.nanoTime();
    }
    if (number == expected) {
      last = System.nanoTime();
      all.countDown();
    }
  }

  Rate await() throws InterruptedException {
    if (!all.await(PATIENCE, TimeUnit.SECONDS)) {
      throw new IllegalStateException(count + " of " + expected + " were handled in two minutes");
    }
    return Rate.of(expected, last - first);
  }
}
