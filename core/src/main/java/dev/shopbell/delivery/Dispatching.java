package dev.shopbell.delivery;

import dev.shopbell.transport.Receipt;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A dispatcher that is started and stopped as the application's life goes, again and again. */
public final class Dispatching {
  private final Supplier<Dispatcher> fresh;
  private volatile Dispatcher current;
  private boolean working;
  private boolean ended;

  /** Nothing happens in the background before it is started. */
  public Dispatching(DispatchPorts ports, DispatchSettings settings, RandomGenerator random) {
    this.fresh = () -> new Dispatcher(ports, settings, random);
    this.current = fresh.get();
  }

  /**
   * Begins to work in the background, unless it has.
   *
   * @throws IllegalStateException when it has ended
   */
  public synchronized void start() {
    if (ended) {
      throw new IllegalStateException("the notifier is closed: it cannot be started again");
    }
    if (!working) {
      current.start();
      working = true;
    }
  }

  /** Stops as {@link Dispatcher#stop} does; it can be started again. */
  public synchronized void stop(Duration patience) {
    if (working) {
      current.stop(patience);
      current = fresh.get();
      working = false;
    }
  }

  /** Stops for good, also what a host's own thread dispatches. */
  public synchronized void end(Duration patience) {
    ended = true;
    working = false;
    current.stop(patience);
  }

  /** Says that something may be due. */
  public void wake() {
    current.wake();
  }

  /** Attempts everything that is due, on this thread, and says how many attempts that were. */
  public int runDue() {
    return current.runDue();
  }

  /** Applies a receipt. */
  public void settle(Receipt receipt) {
    current.settle(receipt);
  }
}
