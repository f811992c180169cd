package dev.shopbell.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Puts what many threads hand in at the same time into one transaction: while one commits, the next
 * gathers. Nobody waits for more to come. The work is a thread's of its own, since callers may be
 * interrupted, and some databases close their file then.
 */
final class GroupCommit<T, R> implements AutoCloseable {
  private static final int MOST = 512;

  private final Function<List<T>, List<R>> work;
  private final BlockingQueue<Handed<T, R>> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Begins.
   *
   * @param work done in one transaction; a result for each value, in their order
   */
  GroupCommit(String name, Function<List<T>, List<R>> work) {
    this.work = work;
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
    this.thread.start();
  }

  /** Hands values in and waits for their results. */
  List<R> apply(List<T> values) {
    List<Handed<T, R>> handed = values.stream().map(Handed::<T, R>of).toList();
    waiting.addAll(handed);
    if (closed) {
      refuseWaiting();
    }
    return handed.stream().map(Handed::join).toList();
  }

  private void run() {
    List<Handed<T, R>> batch = new ArrayList<>();
    while (!closed) {
      try {
        batch.add(waiting.take());
        waiting.drainTo(batch, MOST - 1);
        commit(batch);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        closed = true;
      }
      batch.clear();
    }
    refuseWaiting();
  }

  private synchronized void commit(List<Handed<T, R>> batch) {
    if (closed) {
      waiting.addAll(batch);
      return;
    }
    Handed.settle(batch, work);
  }

  private void refuseWaiting() {
    Handed<T, R> item = waiting.poll();
    while (item != null) {
      item.result().completeExceptionally(new OutboxException("the outbox is closed"));
      item = waiting.poll();
    }
  }

  /** Ends after what is under way; what waits is refused. No commit is interrupted by it. */
  @Override
  public synchronized void close() {
    closed = true;
    thread.interrupt();
  }
}
