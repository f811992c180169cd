package dev.shopbell.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** A number of letters, shared by a number of threads. */
final class Threads {
  private Threads() {}

  /** One thing that a thread does again and again. */
  interface Step {
    void run(int number) throws Exception;
  }

  /** What each thread begins and ends with; it sends all its letters. */
  interface Work {
    void run(int letters) throws Exception;
  }

  /** Takes a step for each letter; each thread takes the next but so many. */
  static void each(int threads, int letters, Step step) throws Exception {
    run(
        threads,
        first ->
            () -> {
              for (int i = first; i < letters; i += threads) {
                step.run(i);
              }
              return null;
            });
  }

  /** Gives each thread its part of the letters. */
  static void split(int threads, int letters, Work work) throws Exception {
    run(
        threads,
        any ->
            () -> {
              work.run(letters / threads);
              return null;
            });
  }

  private static void run(int threads, IntFunction<Callable<Void>> task) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      running.add(executor.submit(task.apply(i)));
    }
    for (Future<?> one : running) {
      one.get();
    }
    executor.shutdown();
  }
}
