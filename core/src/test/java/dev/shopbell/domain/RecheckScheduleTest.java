package dev.shopbell.domain;

import static dev.shopbell.domain.Sample.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.diagnosis.DomainReport.Verdict;
import dev.shopbell.domain.DomainClaim.Checks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("domain-12")
class RecheckScheduleTest {
  private final RandomGenerator random = new SplittableRandom(7);
  private final RecheckSchedule schedule = new RecheckSchedule(random);

  private static DomainClaim claim(DomainState state, int looks, int failures) {
    Optional<Instant> failing = failures == 0 ? Optional.empty() : Optional.of(START);
    DomainClaim claim = Sample.pending().checks(new Checks(START, START, looks, failures, failing));
    return state == DomainState.PENDING
        ? claim
        : claim.become(state, START, DomainChange.Cause.RECORDS_SEEN);
  }

  private Duration wait(DomainClaim claim, Verdict verdict, Duration named, Duration age) {
    Instant now = START.plus(age);
    return Duration.between(now, schedule.next(claim, verdict, Optional.of(named), now));
  }

  private static Duration withATenth(Duration usual) {
    return usual.plus(usual.dividedBy(10));
  }

  @Test
  void looksForTheFirstTimeAfterHalfAMinute() {
    assertThat(schedule.first(START)).isEqualTo(START.plusSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({
    "1,PT1M,PT30S", "2,PT2M,PT2M", "3,PT5M,PT4M", "4,PT10M,PT9M", "5,PT30M,PT20M",
    "6,PT1H,PT50M", "7,PT1H,PT2H", "70,PT1H,PT71H59M", "73,PT24H,PT72H", "99,PT24H,PT900H",
  })
  void looksLessAndLessOftenForRecordsThatAreAwaited(int looks, Duration usual, Duration age) {
    DomainClaim claim = claim(DomainState.PENDING, looks, 0);
    for (Verdict verdict : new Verdict[] {Verdict.PENDING, Verdict.UNKNOWN}) {
      assertThat(wait(claim, verdict, Duration.ZERO, age)).isBetween(usual, withATenth(usual));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "VERIFIED,VERIFIED,0,PT24H",
    "EFFECTIVE,VERIFIED,0,PT24H",
    "EFFECTIVE,UNKNOWN,0,PT1H",
    "EFFECTIVE,PENDING,1,PT1H",
    "VERIFIED,UNKNOWN,5,PT1H",
  })
  void looksAtAVerifiedDomainDailyAndHourlyWhileItFailsOrCannotBeAsked(
      DomainState state, Verdict verdict, int failures, Duration usual) {
    assertThat(wait(claim(state, 9, failures), verdict, Duration.ZERO, Duration.ofDays(9)))
        .isBetween(usual, withATenth(usual));
  }

  @Test
  void neverLooksBeforeTheTimeThatAFindingNames() {
    for (int i = 0; i < 1_000; i++) {
      Duration named = Duration.ofSeconds(random.nextLong(86_400));
      DomainClaim claim = claim(DomainState.PENDING, random.nextInt(8), 0);
      assertThat(wait(claim, Verdict.PENDING, named, Duration.ofMinutes(1)))
          .isGreaterThanOrEqualTo(named)
          .isLessThanOrEqualTo(withATenth(Duration.ofHours(1)).plus(named));
    }
  }

  @Test
  void doesNotWaitForSixtyYearsBecauseATimeToLiveSaysSo() {
    Duration absurd = Duration.ofSeconds(Integer.MAX_VALUE);
    assertThat(wait(claim(DomainState.PENDING, 1, 0), Verdict.PENDING, absurd, Duration.ZERO))
        .isBetween(Duration.ofDays(7), Duration.ofDays(7).plusMinutes(1));
  }

  @Test
  void spreadsDomainsThatWereSeenTogether() {
    DomainClaim claim = claim(DomainState.EFFECTIVE, 1, 0);
    long different =
        IntStream.range(0, 100)
            .mapToObj(i -> wait(claim, Verdict.VERIFIED, Duration.ZERO, Duration.ZERO))
            .distinct()
            .count();
    assertThat(different).isGreaterThan(90);
  }
}
