package dev.shopbell.testkit.dns;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that keep no program from ending. */
final class Threads {
  private static final long PATIENCE_MILLIS = 5_000;

  private Threads() {}

  static ExecutorService pool() {
    return Executors.newCachedThreadPool(task -> daemon("dns-pool", task));
  }

  static Thread start(String name, Runnable task) {
    Thread thread = daemon(name, task);
    thread.start();
    return thread;
  }

  static void join(Thread thread) {
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
