package dev.shopbell.spring.watch;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks again only when its answer is older than a time. A failure is told and not kept. */
final class Cached<T> implements Supplier<T> {
  private final Supplier<T> source;
  private final long nanos;
  private final LongSupplier ticker;
  private @Nullable T answer;
  private long askedAt;

  /**
   * Answers of that source.
   *
   * @param ticker {@link System#nanoTime}, or a test's
   */
  Cached(Supplier<T> source, Duration time, LongSupplier ticker) {
    this.source = source;
    this.nanos = time.toNanos();
    this.ticker = ticker;
  }

  @Override
  public synchronized T get() {
    long now = ticker.getAsLong();
    T kept = answer;
    if (kept == null || now - askedAt >= nanos) {
      kept = source.get();
      answer = kept;
      askedAt = now;
    }
    return kept;
  }
}
