package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void anAgeUnderADayIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Retention(WEEK, WEEK, Duration.ofHours(5), WEEK, 10))
        .withMessage(
            "retention names is PT5H: give a day or more, since clocks may differ by hours");
  }

  @Test
  void aBatchIsNeitherEmptyNorWithoutABound() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Retention(WEEK, WEEK, WEEK, WEEK, 0))
        .withMessage("retention batch is 0: give 1 to 10000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Retention(WEEK, WEEK, WEEK, WEEK, 10_001));
  }
}
