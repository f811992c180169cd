package dev.shopbell.dns;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Ends what takes too long. dnsjava counts a time-out anew with each octet of an answer by TCP, so
 * that a server can hold a question for ever. All have the same time, so a queue is in order, and
 * costs less than a timer each.
 */
final class Deadlines implements AutoCloseable {
  private static final long EVERY_MILLIS = 100;

  private final Duration after;
  private final Queue<Entry> entries = new ArrayDeque<>();
  private final ScheduledExecutorService thread;

  private record Entry(CompletableFuture<?> future, long end) {}

  Deadlines(Duration after) {
    this.after = after;
    this.thread = Executors.newSingleThreadScheduledExecutor(Threads.named("shopbell-dns-time"));
    var unused =
        thread.scheduleWithFixedDelay(
            this::expire, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Fails the future when it is not done in time. */
  void watch(CompletableFuture<?> future) {
    synchronized (entries) {
      entries.add(new Entry(future, System.nanoTime() + after.toNanos()));
    }
  }

  private void expire() {
    for (Entry due = next(); due != null; due = next()) {
      due.future().completeExceptionally(new TimeoutException());
    }
  }

  /** The next that is over; those that are done are dropped on the way. */
  private @Nullable Entry next() {
    synchronized (entries) {
      while (!entries.isEmpty()) {
        Entry first = entries.element();
        if (!first.future().isDone() && System.nanoTime() - first.end() < 0) {
          return null;
        }
        entries.remove();
        if (!first.future().isDone()) {
          return first;
        }
      }
      return null;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
