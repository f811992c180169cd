package dev.shopbell.spring;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Works round by round in one thread of its own, as long as the notifier's workers do. A round is
 * never interrupted: some databases close a file whose reader is.
 */
final class Rounds implements SmartLifecycle {
  private static final long PATIENCE_SECONDS = 5;

  private final String name;
  private final Supplier<Duration> round;
  private final Duration first;
  private @Nullable ScheduledThreadPoolExecutor thread;

  /**
   * Rounds that do not run yet.
   *
   * @param round works, throws nothing, and says how long to wait for the next
   * @param first how long to wait for the first
   */
  Rounds(String name, Supplier<Duration> round, Duration first) {
    this.name = name;
    this.round = round;
    this.first = first;
  }

  Supplier<Duration> round() {
    return round;
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      ScheduledThreadPoolExecutor begun = new ScheduledThreadPoolExecutor(1, this::daemon);
      begun.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
      begun.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
      thread = begun;
      after(first, begun);
    }
  }

  private Thread daemon(Runnable work) {
    Thread one = new Thread(work, name);
    one.setDaemon(true);
    return one;
  }

  private void after(Duration wait, ScheduledThreadPoolExecutor in) {
    var unused = in.schedule(() -> after(round.get(), in), wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Begins no more rounds, and waits some seconds for the one under way. */
  @Override
  public synchronized void stop() {
    if (thread == null) {
      return;
    }
    thread.shutdown();
    try {
      thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return RunningNotifier.PHASE;
  }
}
