package dev.shopbell.spring.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("spring-04")
@Timeout(20)
class CachedTest {
  private static final Duration KEPT = Duration.ofNanos(10);
  private static final Duration LONG = Duration.ofSeconds(15);
  private final AtomicLong nanos = new AtomicLong(-5);
  private final AtomicInteger asked = new AtomicInteger();

  private Cached<Integer> cached(Supplier<Integer> source, Duration patience) {
    return new Cached<>(source, KEPT, patience, nanos::get);
  }

  @Test
  void asksOnceInATime() {
    Cached<Integer> cached = cached(asked::incrementAndGet, LONG);
    assertThat(cached.get()).isEqualTo(cached.get()).isEqualTo(1);
    nanos.set(5);
    assertThat(cached.get()).isEqualTo(2);
  }

  @Test
  void keepsAFailureAsLong() {
    Cached<Integer> cached =
        cached(
            () -> {
              if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
              }
              return 7;
            },
            LONG);
    assertThatThrownBy(cached::get).hasMessage("away");
    assertThatThrownBy(cached::get).hasMessage("away");
    nanos.set(5);
    assertThat(cached.get()).isEqualTo(7);
  }

  @Test
  void waitsForAnAnswerSoLongAndNoLonger() {
    CountDownLatch allowed = new CountDownLatch(1);
    CountDownLatch given = new CountDownLatch(1);
    Cached<Integer> cached = cached(() -> await(allowed, given), Duration.ofMillis(1));
    assertThatThrownBy(cached::get).isInstanceOf(NoAnswerException.class);
    nanos.set(1_000);
    assertThatThrownBy(cached::get).isInstanceOf(NoAnswerException.class);
    assertThat(asked).hasValue(0);
    allowed.countDown();
  }

  @Test
  void takesALateAnswerWhenItIsThere() throws InterruptedException {
    CountDownLatch allowed = new CountDownLatch(1);
    CountDownLatch given = new CountDownLatch(1);
    Cached<Integer> cached = cached(() -> await(allowed, given), Duration.ofMillis(1));
    assertThatThrownBy(cached::get).isInstanceOf(NoAnswerException.class);
    allowed.countDown();
    given.await();
    assertThat(answer(cached)).isEqualTo(1);
  }

  private int await(CountDownLatch allowed, CountDownLatch given) {
    try {
      allowed.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    given.countDown();
    return asked.incrementAndGet();
  }

  private static int answer(Cached<Integer> cached) {
    while (true) {
      try {
        return cached.get();
      } catch (NoAnswerException e) {
        Thread.onSpinWait();
      }
    }
  }
}
