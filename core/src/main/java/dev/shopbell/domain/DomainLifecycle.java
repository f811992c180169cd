package dev.shopbell.domain;

import dev.shopbell.diagnosis.DomainReport.Verdict;
import dev.shopbell.domain.DomainChange.Cause;
import dev.shopbell.domain.DomainClaim.Checks;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** How a look at a domain changes its claim. Pure: the same look gives the same claim. */
final class DomainLifecycle {
  private final DomainPolicy policy;
  private final RecheckSchedule schedule;

  DomainLifecycle(DomainPolicy policy, RecheckSchedule schedule) {
    this.policy = Objects.requireNonNull(policy, "policy");
    this.schedule = Objects.requireNonNull(schedule, "schedule");
  }

  /** The claim after its time until brand sending, if that is over. */
  DomainClaim atTime(DomainClaim claim, Instant now) {
    Instant effective = claim.since().plus(policy.takesEffectAfter());
    return claim.state() == DomainState.VERIFIED && !now.isBefore(effective)
        ? claim.become(DomainState.EFFECTIVE, effective, Cause.TOOK_EFFECT)
        : claim;
  }

  /**
   * The claim after a look.
   *
   * @param lookAgain the earliest time for the next, where a finding names one
   */
  DomainClaim looked(
      DomainClaim before, Verdict verdict, Optional<Duration> lookAgain, Instant now) {
    DomainClaim claim = atTime(before, now);
    DomainClaim after =
        switch (verdict) {
          case VERIFIED -> seen(claim, now);
          case PENDING -> failed(claim, now);
          case UNKNOWN -> claim;
        };
    Checks checks = after.checks();
    Checks counted =
        new Checks(
            checks.next(),
            checks.begun(),
            checks.number() + 1,
            checks.failures(),
            checks.failingSince());
    Instant next = schedule.next(after.checks(counted), verdict, lookAgain, now);
    return after.checks(counted.next(lookAgain.isPresent() ? next : earlier(next, after)));
  }

  /** A verified domain is looked at when it takes effect, so that this is told in time. */
  private Instant earlier(Instant next, DomainClaim claim) {
    Instant effective = claim.since().plus(policy.takesEffectAfter());
    return claim.state() == DomainState.VERIFIED && effective.isBefore(next) ? effective : next;
  }

  private static DomainClaim seen(DomainClaim claim, Instant now) {
    DomainClaim well = claim.checks(Checks.beginning(now));
    return switch (claim.state()) {
      case UNVERIFIED, PENDING -> well.become(DomainState.VERIFIED, now, Cause.RECORDS_SEEN);
      case LAPSED -> well.become(DomainState.EFFECTIVE, now, Cause.RECORDS_BACK);
      case VERIFIED, EFFECTIVE -> well;
    };
  }

  private DomainClaim failed(DomainClaim claim, Instant now) {
    if (!claim.isVerified()) {
      return claim;
    }
    Checks checks = claim.checks();
    Instant first = checks.failingSince().orElse(now);
    int failures = checks.failures() + 1;
    DomainClaim failing =
        claim.checks(
            new Checks(checks.next(), first, checks.number(), failures, Optional.of(first)));
    boolean lapses =
        failures >= policy.lapsesAfterFailures() && !now.isBefore(first.plus(policy.lapsesAfter()));
    return lapses
        ? failing.become(DomainState.LAPSED, now, Cause.RECORDS_LOST).checks(Checks.beginning(now))
        : failing;
  }
}
