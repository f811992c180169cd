package dev.shopbell.dns;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Lets a bounded number of questions go at once; the others wait in the order they came. */
final class InFlight {
  private final int most;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;

  InFlight(int most) {
    this.most = most;
  }

  /** Starts it now, or when another is done. */
  void start(Runnable question) {
    synchronized (waiting) {
      if (running == most) {
        waiting.add(question);
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
      Runnable next = waiting.poll();
      if (next == null) {
        running--;
      }
      return next;
    }
  }
}
