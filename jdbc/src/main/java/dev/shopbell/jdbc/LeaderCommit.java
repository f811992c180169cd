package dev.shopbell.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Puts what many threads hand in at the same time into few transactions, without a thread of its
 * own: whoever finds fewer than so many under way takes all that wait, its own among them, and does
 * it for all. Nobody waits for more to come, and who is alone pays nothing for the others.
 */
final class LeaderCommit<T, R> {
  private static final int MOST = 64;

  private final Function<List<T>, List<R>> work;
  private final Semaphore leaders;
  private final Queue<Item<T, R>> waiting = new ConcurrentLinkedQueue<>();

  private record Item<T, R>(T value, Thread thread, CompletableFuture<R> result) {}

  /**
   * Begins.
   *
   * @param leaders how many transactions are under way at the same time
   * @param work done in one transaction; a result for each value, in their order
   */
  LeaderCommit(int leaders, Function<List<T>, List<R>> work) {
    this.leaders = new Semaphore(leaders);
    this.work = work;
  }

  /** Hands a value in and has its result, or what the transaction failed of. */
  R apply(T value) {
    Item<T, R> item = new Item<>(value, Thread.currentThread(), new CompletableFuture<>());
    waiting.add(item);
    boolean interrupted = false;
    while (!item.result().isDone()) {
      if (!lead()) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    try {
      return item.result().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof OutboxException known ? known : e;
    }
  }

  /**
   * False when others lead. Who leaves wakes the next, which may have come too late to be taken.
   */
  private boolean lead() {
    if (!leaders.tryAcquire()) {
      return false;
    }
    try {
      commit(batch());
    } finally {
      leaders.release();
    }
    Item<T, R> next = waiting.peek();
    if (next != null) {
      LockSupport.unpark(next.thread());
    }
    return true;
  }

  private List<Item<T, R>> batch() {
    List<Item<T, R>> batch = new ArrayList<>();
    Item<T, R> item = waiting.poll();
    while (item != null) {
      batch.add(item);
      item = batch.size() < MOST ? waiting.poll() : null;
    }
    return batch;
  }

  private void commit(List<Item<T, R>> batch) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      List<R> results = work.apply(batch.stream().map(Item::value).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).result().complete(results.get(i));
      }
    } catch (RuntimeException | Error e) {
      batch.forEach(item -> item.result().completeExceptionally(e));
    }
    batch.forEach(item -> LockSupport.unpark(item.thread()));
  }
}
