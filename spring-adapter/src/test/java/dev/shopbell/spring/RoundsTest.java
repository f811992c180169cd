package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoundsTest {
  @Test
  void goesRoundByRoundInOneThreadUntilStoppedAndAgainWhenStarted() throws InterruptedException {
    List<CountDownLatch> waited = List.of(new CountDownLatch(3), new CountDownLatch(6));
    List<String> threads = new ArrayList<>();
    Rounds rounds =
        new Rounds(
            "one",
            () -> {
              threads.add(Thread.currentThread().getName());
              waited.forEach(CountDownLatch::countDown);
              return Duration.ZERO;
            },
            Duration.ZERO);
    for (CountDownLatch each : waited) {
      rounds.start();
      rounds.start();
      each.await();
      rounds.stop();
      assertThat(rounds.isRunning()).isFalse();
    }
    assertThat(threads).hasSizeGreaterThan(5).containsOnly("one");
  }

  @Test
  void waitsForTheRoundUnderWayAndInterruptsNothing() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch allowed = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    Rounds rounds =
        new Rounds(
            "one",
            () -> {
              begun.countDown();
              try {
                allowed.await();
                ended.set(true);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Duration.ofDays(1);
            },
            Duration.ZERO);
    rounds.start();
    begun.await();
    new Thread(allowed::countDown).start();
    rounds.stop();
    assertThat(ended).isTrue();
  }

  @Test
  void endsAtOnceWhileItWaits() {
    Rounds rounds = new Rounds("one", () -> Duration.ZERO, Duration.ofDays(1));
    rounds.start();
    assertThat(rounds.isRunning()).isTrue();
    rounds.stop();
    rounds.stop();
    assertThat(rounds.isRunning()).isFalse();
  }
}
