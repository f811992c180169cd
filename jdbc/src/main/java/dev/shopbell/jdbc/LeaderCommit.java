package dev.shopbell.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Puts what many threads hand in at the same time into few transactions, without a thread of its
 * own: whoever finds fewer than so many under way takes those that wait, its own among them, and
 * does it for all. Nobody waits for more to come.
 */
final class LeaderCommit<T, R> {
  private static final int MOST = 64;

  private final Function<List<T>, List<Optional<R>>> work;
  private final Semaphore leaders;
  private final long patience;
  private final Queue<Handed<T, Optional<R>>> waiting = new ConcurrentLinkedQueue<>();

  /**
   * Begins.
   *
   * @param leaders how many transactions are under way at the same time
   * @param patience how long a value waits to be taken
   * @param work done in one transaction; for each value, in their order, its result, or nothing
   *     where it was not done
   */
  LeaderCommit(int leaders, Duration patience, Function<List<T>, List<Optional<R>>> work) {
    this.leaders = new Semaphore(leaders);
    this.patience = patience.toNanos();
    this.work = work;
  }

  /**
   * Hands a value in and has its result, or what the transaction failed of; nothing when it was not
   * done, or nobody took it in time.
   */
  Optional<R> apply(T value) {
    Handed<T, Optional<R>> mine = Handed.of(value);
    waiting.add(mine);
    if (await(mine)) {
      Thread.currentThread().interrupt();
    }
    return mine.join();
  }

  /** Leads, or waits for who does; whether it was interrupted meanwhile. */
  private boolean await(Handed<T, Optional<R>> mine) {
    long until = System.nanoTime() + patience;
    boolean interrupted = false;
    while (!mine.result().isDone()) {
      if (!lead()) {
        LockSupport.parkNanos(this, patience);
        interrupted |= Thread.interrupted();
        if (System.nanoTime() - until > 0 && waiting.remove(mine)) {
          mine.result().complete(Optional.empty());
        }
      }
    }
    return interrupted;
  }

  /**
   * False when others lead, or have taken all that waited. Who leaves wakes the next, which may
   * have come too late to be taken.
   */
  private boolean lead() {
    if (!leaders.tryAcquire()) {
      return false;
    }
    List<Handed<T, Optional<R>>> batch = batch();
    if (!batch.isEmpty()) {
      Handed.settle(batch, work);
      batch.forEach(one -> LockSupport.unpark(one.by()));
    }
    leaders.release();
    Handed<T, Optional<R>> next = waiting.peek();
    if (next != null) {
      LockSupport.unpark(next.by());
    }
    return !batch.isEmpty();
  }

  private List<Handed<T, Optional<R>>> batch() {
    List<Handed<T, Optional<R>>> batch = new ArrayList<>();
    Handed<T, Optional<R>> item = waiting.poll();
    while (item != null) {
      batch.add(item);
      item = batch.size() < MOST ? waiting.poll() : null;
    }
    return batch;
  }
}
