package dev.shopbell.domain;

import static dev.shopbell.domain.Sample.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.shopbell.diagnosis.DomainReport.Verdict;
import dev.shopbell.domain.DomainChange.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DomainLifecycleTest {
  private static final Duration DELAY = Duration.ofMinutes(15);
  private static final Duration GRACE = Duration.ofDays(3);

  private final DomainLifecycle lifecycle =
      new DomainLifecycle(DomainPolicy.STANDARD, new RecheckSchedule(new SplittableRandom(1)));

  private DomainClaim looked(DomainClaim claim, Verdict verdict, Instant now) {
    return lifecycle.looked(claim, verdict, Optional.empty(), now);
  }

  private DomainClaim verified() {
    return looked(Sample.pending(), Verdict.VERIFIED, START);
  }

  private DomainClaim effective() {
    return lifecycle.atTime(verified(), START.plus(DELAY));
  }

  private static Instant hours(int hours) {
    return START.plus(Duration.ofHours(hours));
  }

  private DomainClaim fail(DomainClaim claim, int... hours) {
    DomainClaim failing = claim;
    for (int hour : hours) {
      failing = looked(failing, Verdict.PENDING, hours(hour));
    }
    return failing;
  }

  @Test
  @Tag("domain-04")
  void keepsEachChangeWithItsTimeAndCause() {
    DomainClaim lapsed = fail(effective(), 1, 2, 3, 4, 5, 73);
    DomainClaim back = looked(lapsed, Verdict.VERIFIED, hours(80));

    assertThat(back.history())
        .extracting(DomainChange::from, DomainChange::to, DomainChange::at, DomainChange::cause)
        .containsExactly(
            tuple(DomainState.UNVERIFIED, DomainState.PENDING, START, Cause.SET_UP),
            tuple(DomainState.PENDING, DomainState.VERIFIED, START, Cause.RECORDS_SEEN),
            tuple(
                DomainState.VERIFIED, DomainState.EFFECTIVE, START.plus(DELAY), Cause.TOOK_EFFECT),
            tuple(DomainState.EFFECTIVE, DomainState.LAPSED, hours(73), Cause.RECORDS_LOST),
            tuple(DomainState.LAPSED, DomainState.EFFECTIVE, hours(80), Cause.RECORDS_BACK));
    assertThat(back.since()).isEqualTo(hours(80));
  }

  @Test
  @Tag("domain-08")
  void takesEffectExactlyAfterTheDelay() {
    Instant effective = START.plus(DELAY);
    assertThat(lifecycle.atTime(verified(), effective.minusNanos(1)).state())
        .isEqualTo(DomainState.VERIFIED);
    assertThat(lifecycle.atTime(verified(), effective).state()).isEqualTo(DomainState.EFFECTIVE);
    assertThat(lifecycle.atTime(verified(), hours(9)).since()).isEqualTo(effective);
    assertThat(verified().checks().next()).as("looked at then, to tell it").isEqualTo(effective);
  }

  @Test
  @Tag("domain-08")
  void takesEffectAfterTheDelayThatThePlatformSets() {
    DomainLifecycle quick =
        new DomainLifecycle(
            DomainPolicy.STANDARD.takesEffectAfter(Duration.ofMinutes(5)),
            new RecheckSchedule(new SplittableRandom(1)));
    assertThat(quick.atTime(verified(), START.plusSeconds(299)).state())
        .isEqualTo(DomainState.VERIFIED);
    assertThat(quick.atTime(verified(), START.plusSeconds(300)).state())
        .isEqualTo(DomainState.EFFECTIVE);
  }

  @Test
  @Tag("domain-12")
  void lapsesWithTheSixthFailureIf72HoursArePast() {
    assertThat(fail(effective(), 1, 2, 3, 4, 73).state()).isEqualTo(DomainState.EFFECTIVE);
    assertThat(fail(effective(), 1, 2, 3, 4, 5, 6, 7, 72).state()).isEqualTo(DomainState.EFFECTIVE);
    assertThat(fail(effective(), 1, 2, 3, 4, 5, 73).state()).isEqualTo(DomainState.LAPSED);
  }

  @Test
  @Tag("domain-12")
  void countsFromTheBeginningOnceItIsSeenAgain() {
    DomainClaim seen = looked(fail(effective(), 1, 2, 3, 4, 5), Verdict.VERIFIED, hours(6));
    assertThat(seen.checks().failures()).isZero();
    assertThat(seen.checks().failingSince()).isEmpty();
    assertThat(fail(seen, 73, 74, 75, 76, 77, 78).state()).isEqualTo(DomainState.EFFECTIVE);
  }

  @Test
  @Tag("domain-12")
  void looksHourlyFromTheFirstFailure() {
    DomainClaim failing = fail(effective(), 1);
    assertThat(failing.checks().next()).isBetween(hours(2), hours(2).plusSeconds(360));
    assertThat(failing.checks().failingSince()).contains(hours(1));
  }

  @Test
  @Tag("domain-12")
  void keepsToTheTimeThatAFindingNamesEvenWhereItTakesEffectSooner() {
    DomainClaim claim =
        lifecycle.looked(
            verified(), Verdict.PENDING, Optional.of(Duration.ofHours(2)), START.plusSeconds(60));
    assertThat(claim.checks().next()).isAfterOrEqualTo(hours(2));
    assertThat(lifecycle.atTime(claim, START.plus(DELAY)).state()).isEqualTo(DomainState.EFFECTIVE);
  }

  @Test
  void keepsTheLast20ChangesOnly() {
    DomainClaim claim = effective();
    for (int day = 1; day < 100; day += 4) {
      int hour = day * 24;
      claim = fail(claim, hour, hour + 1, hour + 2, hour + 3, hour + 4, hour + 72);
      claim = looked(claim, Verdict.VERIFIED, hours(hour + 73));
    }
    assertThat(claim.history()).hasSize(20);
    assertThat(claim.history().get(19).cause()).isEqualTo(Cause.RECORDS_BACK);
  }

  /** What a simulation saw of a claim before a look. */
  private record Look(Verdict verdict, Instant at) {}

  @RepeatedTest(200)
  @Tag("domain-07")
  @Tag("domain-12")
  void neverLosesADomainBeforeSixDefiniteFailuresOver72Hours(RepetitionInfo run) {
    SplittableRandom random = new SplittableRandom(run.getCurrentRepetition());
    DomainClaim claim = Sample.pending();
    List<Look> since = new ArrayList<>();
    List<DomainChange> told = new ArrayList<>(claim.history());
    Instant now = START;
    int reliability = 1 + random.nextInt(20);
    for (int i = 0; i < 300; i++) {
      now = now.plusSeconds(1 + random.nextLong(40_000));
      Verdict verdict = verdict(random, reliability);
      DomainClaim before = lifecycle.atTime(claim, now);
      DomainClaim after = looked(claim, verdict, now);
      told.addAll(newer(claim, after));
      since = verdict == Verdict.VERIFIED ? new ArrayList<>() : since;
      since.add(new Look(verdict, now));
      holds(before, after, verdict, since, now);
      claim = after;
    }
    assertThat(told).doesNotHaveDuplicates();
    for (int i = 1; i < told.size(); i++) {
      assertThat(told.get(i).from()).isEqualTo(told.get(i - 1).to());
      assertThat(told.get(i).at()).isAfterOrEqualTo(told.get(i - 1).at());
    }
  }

  private static Verdict verdict(SplittableRandom random, int reliability) {
    int chance = random.nextInt(22);
    return chance < reliability
        ? random.nextInt(12) == 0 ? Verdict.VERIFIED : Verdict.PENDING
        : Verdict.UNKNOWN;
  }

  private static List<DomainChange> newer(DomainClaim before, DomainClaim after) {
    return after.history().stream().filter(one -> !before.history().contains(one)).toList();
  }

  private static void holds(
      DomainClaim before, DomainClaim after, Verdict verdict, List<Look> since, Instant now) {
    assertThat(after.checks().next()).isAfter(now);
    if (verdict == Verdict.UNKNOWN) {
      assertThat(after.state()).isEqualTo(before.state());
      assertThat(after.history()).isEqualTo(before.history());
      assertThat(after.checks().failures()).isEqualTo(before.checks().failures());
      assertThat(after.checks().failingSince()).isEqualTo(before.checks().failingSince());
    }
    if (verdict == Verdict.VERIFIED) {
      assertThat(after.state())
          .isEqualTo(
              before.state() == DomainState.PENDING || before.state() == DomainState.VERIFIED
                  ? DomainState.VERIFIED
                  : DomainState.EFFECTIVE);
    }
    if (before.isVerified() && !after.isVerified()) {
      List<Look> failures =
          since.stream().filter(look -> look.verdict() == Verdict.PENDING).toList();
      assertThat(failures).hasSizeGreaterThanOrEqualTo(6);
      assertThat(Duration.between(failures.get(0).at(), now)).isGreaterThanOrEqualTo(GRACE);
    }
  }
}
