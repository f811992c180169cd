package dev.shopbell.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("delivery-04")
class RetryPolicyTest {
  private final SplittableRandom random = new SplittableRandom(1);

  @ParameterizedTest
  @CsvSource({"1, 10", "2, 20", "3, 40", "9, 2560", "10, 3600", "64, 3600", "100000, 3600"})
  void doublesToTheCapAndTakesBetweenHalfAndAllOfIt(int attempts, long seconds) {
    Duration full = Duration.ofSeconds(seconds);
    for (int i = 0; i < 1_000; i++) {
      assertThat(RetryPolicy.STANDARD.delay(attempts, random)).isBetween(full.dividedBy(2), full);
    }
  }

  @Test
  void spreadsThoseThatFailedTogether() {
    assertThat(
            random
                .ints(200, 0, 1)
                .mapToObj(i -> RetryPolicy.STANDARD.delay(5, random))
                .distinct()
                .count())
        .isGreaterThan(100);
  }

  @Test
  void refusesWaitsThatMakeNoSense() {
    assertThatThrownBy(() -> new RetryPolicy(Duration.ZERO, Duration.ofHours(1)))
        .hasMessageContaining("give 1 ms or more");
    assertThatThrownBy(() -> new RetryPolicy(Duration.ofHours(2), Duration.ofHours(1)))
        .hasMessageContaining("the longest not below the first");
  }
}
