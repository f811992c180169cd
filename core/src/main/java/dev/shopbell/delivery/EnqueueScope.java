package dev.shopbell.delivery;

import java.util.function.Supplier;

/**
 * Where a notice is stored: the caller's own transaction, so that it is there when that commits,
 * and never was when it rolls back. A store of deliveries gives one.
 */
@FunctionalInterface
public interface EnqueueScope {
  /**
   * Stores a notice within the caller's transaction, unless its key was used before.
   *
   * @return the first notice with that key, and whether it is this one; or this one
   */
  SendResult enqueue(Submission submission);

  /**
   * Asks what has to be known before a notice is stored. A scope with a connection has the store's
   * own lists asked on it, so that no caller waits for a second connection with the first in hand.
   */
  default <T> T asking(Supplier<T> question) {
    return question.get();
  }

  /**
   * Does something once what was stored counts: at once unless a scope knows when its transaction
   * commits. What is rolled back is never told.
   */
  default void afterCommit(Runnable work) {
    work.run();
  }
}
