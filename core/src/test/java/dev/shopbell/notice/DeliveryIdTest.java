package dev.shopbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryIdTest {
  private static final RandomGenerator ZEROS = () -> 0L;
  private static final RandomGenerator ONES = () -> -1L;

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z,0000000000",
    "1970-01-01T00:00:00.031Z,000000000z",
    "1970-01-01T00:00:00.032Z,0000000010",
    "2026-11-22T08:30:00Z,01m8160qt0",
  })
  void beginsWithTheMillisecondItWasMadeIn(Instant time, String head) {
    assertThat(DeliveryId.next(at(time.toEpochMilli()), ZEROS)).hasToString(head + "0".repeat(16));
    assertThat(DeliveryId.next(at(time.toEpochMilli()), ONES)).hasToString(head + "z".repeat(16));
  }

  @Test
  void sortsByTimeWhateverChanceAdds() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      long early = random.nextLong(0, 1L << 47);
      long late = early + random.nextLong(1, 1_000);
      String first = DeliveryId.next(at(early), random).value();
      String second = DeliveryId.next(at(late), random).value();
      assertThat(first).matches("[0-9a-z]{26}").isLessThan(second);
    }
  }

  @Test
  void theFirstOfAMillisecondPartsThoseBeforeFromThoseSince() {
    Instant time = Instant.parse("2026-11-22T08:30:00Z");
    String first = DeliveryId.first(time).value();
    assertThat(first).isEqualTo("01m8160qt0" + "0".repeat(16));
    assertThat(DeliveryId.next(at(time.toEpochMilli() - 1), ONES).value()).isLessThan(first);
    assertThat(DeliveryId.next(at(time.toEpochMilli()), ZEROS).value())
        .isGreaterThanOrEqualTo(first);
  }

  @Test
  void differsFromOthersOfTheSameMillisecond() {
    Random random = new Random(1);
    Set<DeliveryId> made = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      made.add(DeliveryId.next(at(1), random));
    }
    assertThat(made).hasSize(10_000);
  }

  @Test
  void readsItsOwnFormBack() {
    DeliveryId id = DeliveryId.next(at(1_795_336_200_000L), new SplittableRandom(1));

    assertThat(new DeliveryId(id.value())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01m8160qt0000000000000000",
        "01m8160qt000000000000000000",
        "01M8160QT00000000000000000",
        "01m8160qt0000000000000000i",
        "01m8160qt0000000000000000l",
        "01m8160qt0000000000000000o",
        "01m8160qt0000000000000000u",
        "01m8160qt0000000000000000\n",
      })
  void refusesAnotherFormAndSaysWhereOneComesFrom(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeliveryId(value))
        .withMessage(
            "delivery id has the wrong form: it is 26 digits and lower-case letters, as SendResult"
                + " gave it");
  }

  private static Clock at(long millis) {
    return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }
}
