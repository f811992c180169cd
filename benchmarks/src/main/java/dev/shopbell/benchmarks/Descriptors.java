package dev.shopbell.benchmarks;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

/** The most file descriptors that this process has held since watching began. */
final class Descriptors {
  private final AtomicLong most = new AtomicLong();
  private final Thread watching = new Thread(this::watch0, "descriptors");

  static Descriptors watch() {
    Descriptors descriptors = new Descriptors();
    descriptors.watching.setDaemon(true);
    descriptors.watching.start();
    return descriptors;
  }

  private void watch0() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
      while (!Thread.currentThread().isInterrupted()) {
        most.accumulateAndGet(system.getOpenFileDescriptorCount(), Math::max);
        try {
          Thread.sleep(20);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  long most() {
    watching.interrupt();
    return most.get();
  }
}
