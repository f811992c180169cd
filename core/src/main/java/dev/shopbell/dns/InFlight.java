package dev.shopbell.dns;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Lets a bounded number of questions go at once; the others wait in the order they came. One that
 * is answered otherwise while it waits (it was given up) is dropped.
 */
final class InFlight {
  private final int most;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private int running;

  private record Waiting(Future<?> answer, Runnable question) {}

  InFlight(int most) {
    this.most = most;
  }

  /** Starts it now, or when another is done and its answer is still wanted. */
  void start(Future<?> answer, Runnable question) {
    synchronized (waiting) {
      if (running == most) {
        waiting.add(new Waiting(answer, question));
        return;
      }
      running++;
    }
    question.run();
  }

  /** One is done; the next goes in its place. */
  void done() {
    Runnable next = next();
    if (next != null) {
      next.run();
    }
  }

  private @Nullable Runnable next() {
    synchronized (waiting) {
      Waiting next = waiting.poll();
      while (next != null && next.answer().isDone()) {
        next = waiting.poll();
      }
      if (next == null) {
        running--;
        return null;
      }
      return next.question();
    }
  }
}
