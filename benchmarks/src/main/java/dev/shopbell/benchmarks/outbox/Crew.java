package dev.shopbell.benchmarks.outbox;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Eight threads that do the same until it is done. */
final class Crew implements AutoCloseable {
  static final int THREADS = 8;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  /** What one of them does. */
  interface Task {
    void run() throws Exception;
  }

  /** Has each of them do it once. */
  void each(Task task) throws Exception {
    Callable<Boolean> call =
        () -> {
          task.run();
          return true;
        };
    for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(THREADS, call))) {
      done.get();
    }
  }

  /** Has it done so many times in all. */
  void times(int times, Task task) throws Exception {
    AtomicInteger left = new AtomicInteger(times);
    each(
        () -> {
          while (left.getAndDecrement() > 0) {
            task.run();
          }
        });
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
