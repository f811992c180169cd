package dev.shopbell;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets work in until it shuts. What came in before is done by then, so that {@link Notifier#close}
 * can tell of it.
 */
final class Door {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  <T> T whileOpen(Supplier<T> work) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the notifier is closed: nothing more can be sent");
      }
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** True at the first call. */
  boolean shut() {
    lock.writeLock().lock();
    try {
      boolean first = !closed;
      closed = true;
      return first;
    } finally {
      lock.writeLock().unlock();
    }
  }
}
