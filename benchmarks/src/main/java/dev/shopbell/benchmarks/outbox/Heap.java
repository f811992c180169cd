package dev.shopbell.benchmarks.outbox;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

/** What a process holds. */
final class Heap {
  private Heap() {}

  /** What a collection of everything leaves, in octets. */
  static long inUse() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .filter(pool -> pool.getCollectionUsage() != null)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }
}
