package dev.shopbell.domain;

import dev.shopbell.diagnosis.DomainReport.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a domain is looked at again. One that waits for its records: after 30 seconds, 1, 2, 5, 10
 * and 30 minutes, then hourly to 72 hours, then daily. A verified one: daily, and hourly while it
 * fails or cannot be asked. Up to a tenth is added by chance, so that a platform's domains do not
 * all come due at once; and never before the time that a finding names, a week at most.
 */
final class RecheckSchedule {
  private static final List<Duration> FIRST =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30));
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration IMPATIENT = Duration.ofDays(3);

  /** Resolvers keep nothing longer (RFC 8767, section 4), whatever a zone says. */
  private static final Duration LONGEST_NAMED = Duration.ofDays(7);

  private final RandomGenerator random;

  RecheckSchedule(RandomGenerator random) {
    this.random = Objects.requireNonNull(random, "random");
  }

  Instant next(DomainClaim claim, Verdict verdict, Optional<Duration> lookAgain, Instant now) {
    Duration usual = usual(claim, verdict, now);
    Duration jitter = Duration.ofMillis((long) (usual.toMillis() * 0.1 * random.nextDouble()));
    Instant next = now.plus(usual).plus(jitter);
    Instant named = now.plus(named(lookAgain));
    return next.isBefore(named) ? named.plus(jitter) : next;
  }

  private static Duration named(Optional<Duration> lookAgain) {
    return lookAgain
        .map(named -> named.compareTo(LONGEST_NAMED) < 0 ? named : LONGEST_NAMED)
        .orElse(Duration.ZERO);
  }

  /** When a claim that begins now is first looked at. */
  Instant first(Instant now) {
    return now.plus(FIRST.get(0));
  }

  private static Duration usual(DomainClaim claim, Verdict verdict, Instant now) {
    if (claim.isVerified()) {
      boolean well = verdict == Verdict.VERIFIED && claim.checks().failures() == 0;
      return well ? DAY : HOUR;
    }
    int looks = claim.checks().number();
    if (looks < FIRST.size()) {
      return FIRST.get(looks);
    }
    return Duration.between(claim.checks().begun(), now).compareTo(IMPATIENT) < 0 ? HOUR : DAY;
  }
}
