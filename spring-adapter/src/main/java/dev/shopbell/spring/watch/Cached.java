package dev.shopbell.spring.watch;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks again only when its answer is older than a time, in a thread of its own and one at a time. A
 * failure is kept as an answer is. Who asks waits for so long and no longer, and once somebody has
 * waited in vain, nobody waits for the same answer again.
 */
final class Cached<T> implements Supplier<T> {
  private final Supplier<T> source;
  private final long keptNanos;
  private final Duration patience;
  private final LongSupplier ticker;
  private @Nullable Question<T> last;

  /** One asking of the source; when it was asked, and whether its answer was waited for in vain. */
  private static final class Question<T> extends FutureTask<T> {
    private final long at;
    private volatile boolean vain;

    Question(Supplier<T> source, long at) {
      super(source::get);
      this.at = at;
    }
  }

  /**
   * Answers of that source.
   *
   * @param kept how long an answer is good
   * @param patience how long who asks waits for one
   * @param ticker {@link System#nanoTime}, or a test's
   */
  Cached(Supplier<T> source, Duration kept, Duration patience, LongSupplier ticker) {
    this.source = source;
    this.keptNanos = kept.toNanos();
    this.patience = patience;
    this.ticker = ticker;
  }

  /**
   * The answer.
   *
   * @throws NoAnswerException when there is none in time
   */
  @Override
  public T get() {
    Question<T> question = question();
    try {
      return question.get(question.vain ? 0 : patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      question.vain = true;
      throw new NoAnswerException(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswerException(patience);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  /** The last one, while it is under way or its answer is good; else the next. */
  private synchronized Question<T> question() {
    long now = ticker.getAsLong();
    Question<T> asked = last;
    if (asked == null || (asked.isDone() && now - asked.at >= keptNanos)) {
      asked = new Question<>(source, now);
      last = asked;
      Thread thread = new Thread(asked, "shopbell-watch");
      thread.setDaemon(true);
      thread.start();
    }
    return asked;
  }
}
