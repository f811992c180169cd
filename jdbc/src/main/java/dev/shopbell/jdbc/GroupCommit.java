package dev.shopbell.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Puts what many threads hand in at the same time into one transaction: while one commits, the next
 * gathers. Nobody waits for more to come.
 */
final class GroupCommit<T, R> implements AutoCloseable {
  private static final int MOST = 512;

  private final Function<List<T>, List<R>> work;
  private final BlockingQueue<Item<T, R>> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;

  private record Item<T, R>(T value, CompletableFuture<R> result) {}

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
    List<CompletableFuture<R>> results = new ArrayList<>();
    for (T value : values) {
      Item<T, R> item = new Item<>(value, new CompletableFuture<>());
      results.add(item.result());
      waiting.add(item);
    }
    if (closed) {
      refuseWaiting();
    }
    try {
      return results.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof OutboxException known ? known : e;
    }
  }

  private void run() {
    List<Item<T, R>> batch = new ArrayList<>();
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

  private synchronized void commit(List<Item<T, R>> batch) {
    if (closed) {
      waiting.addAll(batch);
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
  }

  private void refuseWaiting() {
    Item<T, R> item = waiting.poll();
    while (item != null) {
      item.result().completeExceptionally(new OutboxException("the outbox is closed"));
      item = waiting.poll();
    }
  }

  /**
   * Ends after what is under way; what waits is refused. The thread is never interrupted while it
   * commits: some databases close their file then.
   */
  @Override
  public synchronized void close() {
    closed = true;
    thread.interrupt();
  }
}
