package dev.shopbell.spring.watch;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done exactly once, whatever becomes of those who watch it: a handler of traces that
 * fails must neither keep a letter back nor send it twice.
 */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> work;
  private boolean begun;
  private @Nullable T result;
  private @Nullable RuntimeException failure;

  Once(Supplier<T> work) {
    this.work = work;
  }

  @Override
  public T get() {
    begun = true;
    try {
      T done = work.get();
      result = done;
      return done;
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
  }

  /** True when that is what the work itself threw. */
  boolean threw(RuntimeException e) {
    return e == failure;
  }

  /** What became of the work; does it now where nobody has. */
  T outcome() {
    if (failure != null) {
      throw failure;
    }
    T done = result;
    return begun && done != null ? done : work.get();
  }
}
