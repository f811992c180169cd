package dev.shopbell.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class InFlightTest {
  private final InFlight two = new InFlight(2);
  private final List<Integer> started = new ArrayList<>();

  private void start(int number) {
    start(number, new CompletableFuture<>());
  }

  private void start(int number, Future<?> answer) {
    two.start(answer, () -> started.add(number));
  }

  @Test
  void letsSoManyGoAndTheOthersInTheirOrder() {
    for (int i = 1; i <= 4; i++) {
      start(i);
    }
    assertThat(started).containsExactly(1, 2);
    two.done();
    assertThat(started).containsExactly(1, 2, 3);
  }

  @Test
  void dropsWhatWasGivenUpWhileItWaited() {
    start(1);
    start(2);
    CompletableFuture<Void> givenUp = new CompletableFuture<>();
    start(3, givenUp);
    givenUp.cancel(false);
    start(4);
    two.done();
    assertThat(started).containsExactly(1, 2, 4);
  }

  @Test
  void aPlaceThatNobodyWaitsForIsFreeAgain() {
    start(1);
    two.done();
    start(2);
    start(3);
    assertThat(started).containsExactly(1, 2, 3);
  }
}
