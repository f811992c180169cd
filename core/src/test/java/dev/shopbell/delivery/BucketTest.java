package dev.shopbell.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BucketTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  @Test
  @Tag("delivery-06")
  void takesItsRateAtOnceAndThenAsItFills() {
    Bucket bucket = new Bucket(Rate.perSecond(2), NOW);
    assertThat(bucket.take(NOW)).isTrue();
    assertThat(bucket.take(NOW)).isTrue();
    assertThat(bucket.take(NOW)).isFalse();
    assertThat(bucket.wait(NOW)).isEqualTo(Duration.ofMillis(500));
    assertThat(bucket.take(NOW.plusMillis(499))).isFalse();
    assertThat(bucket.take(NOW.plusMillis(500))).isTrue();
    assertThat(bucket.left(NOW.plusSeconds(60))).isEqualTo(2);
    assertThat(bucket.wait(NOW.plusSeconds(60))).isZero();
  }

  @Test
  @Tag("delivery-06")
  void inNoTimeDoesItTakeMoreThanItsRateAndOneFill() {
    SplittableRandom random = new SplittableRandom(7);
    Bucket bucket = new Bucket(new Rate(5, Duration.ofMillis(300)), NOW);
    long millis = 0;
    int taken = 0;
    for (int i = 0; i < 20_000; i++) {
      millis += random.nextInt(30);
      taken += bucket.take(NOW.plusMillis(millis)) ? 1 : 0;
      assertThat(taken).isLessThanOrEqualTo((int) (5 + millis * 5 / 300 + 1));
    }
    assertThat(taken).isGreaterThan((int) (millis * 5 / 300) - 6);
  }

  @Test
  void aClockThatGoesBackFillsNothing() {
    Bucket bucket = new Bucket(Rate.perSecond(1), NOW);
    assertThat(bucket.take(NOW)).isTrue();
    assertThat(bucket.take(NOW.minusSeconds(3600))).isFalse();
    assertThat(bucket.take(NOW.plusSeconds(1))).isTrue();
  }

  @Test
  void aClockThatWentBackFillsItFromThereOn() {
    Bucket bucket = new Bucket(Rate.perSecond(1), NOW);
    assertThat(bucket.take(NOW)).isTrue();
    Instant back = NOW.minusSeconds(3600);
    assertThat(bucket.take(back)).isFalse();
    assertThat(bucket.take(back.plusSeconds(1))).isTrue();
  }

  @Test
  void refusesRatesThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rate.perSecond(0))
        .withMessage("rate of 0: give 1 to 1000000 messages");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rate(1, Duration.ZERO))
        .withMessage("rate in PT0S: give 1 ms to a day");
  }
}
