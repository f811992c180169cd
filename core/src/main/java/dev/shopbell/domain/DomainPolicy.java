package dev.shopbell.domain;

import java.time.Duration;
import java.util.Objects;

/**
 * What a platform decides on brand domains.
 *
 * @param takesEffectAfter from verification to brand sending: 5 to 30 minutes
 * @param lapsesAfterFailures how many definite failures in a row take a domain back, at least 1
 * @param lapsesAfter over what time at least
 * @param sharing what happens to a domain that another store has
 * @param acceptsImplicitMx whether a domain without MX record but with an address may receive mail
 *     (RFC 5321, section 5.1)
 */
public record DomainPolicy(
    Duration takesEffectAfter,
    int lapsesAfterFailures,
    Duration lapsesAfter,
    Sharing sharing,
    boolean acceptsImplicitMx) {
  /** 15 minutes; 6 failures over 72 hours; sharing with a warning; no implicit MX. */
  public static final DomainPolicy STANDARD =
      new DomainPolicy(Duration.ofMinutes(15), 6, Duration.ofDays(3), Sharing.WARN, false);

  /** What happens to a domain that another store has. */
  public enum Sharing {
    /** It may be used; the store that comes later, and the platform, are told. */
    WARN,
    /**
     * It is refused to a store that comes later, and a subdomain is proposed. Whoever comes first
     * has it, verified or not. A subdomain is never refused.
     */
    REFUSE
  }

  public DomainPolicy {
    Objects.requireNonNull(takesEffectAfter, "takesEffectAfter");
    Objects.requireNonNull(lapsesAfter, "lapsesAfter");
    Objects.requireNonNull(sharing, "sharing");
    if (takesEffectAfter.compareTo(Duration.ofMinutes(5)) < 0
        || takesEffectAfter.compareTo(Duration.ofMinutes(30)) > 0) {
      throw new IllegalArgumentException(
          "a domain takes effect after " + takesEffectAfter + ": give 5 to 30 minutes");
    }
    if (lapsesAfterFailures < 1 || lapsesAfter.isNegative()) {
      throw new IllegalArgumentException(
          "a domain lapses after "
              + lapsesAfterFailures
              + " failures over "
              + lapsesAfter
              + ": give at least one, and a time that is not negative");
    }
  }

  /** This policy with another time until brand sending. */
  public DomainPolicy takesEffectAfter(Duration time) {
    return new DomainPolicy(time, lapsesAfterFailures, lapsesAfter, sharing, acceptsImplicitMx);
  }

  /** This policy with another patience. */
  public DomainPolicy lapsesAfter(int failures, Duration time) {
    return new DomainPolicy(takesEffectAfter, failures, time, sharing, acceptsImplicitMx);
  }

  /** This policy with another answer to a domain that another store has. */
  public DomainPolicy sharing(Sharing sharing) {
    return new DomainPolicy(
        takesEffectAfter, lapsesAfterFailures, lapsesAfter, sharing, acceptsImplicitMx);
  }

  /** This policy with implicit MX accepted, as weak as it is. */
  public DomainPolicy acceptImplicitMx() {
    return new DomainPolicy(takesEffectAfter, lapsesAfterFailures, lapsesAfter, sharing, true);
  }
}
