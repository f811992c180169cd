package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.diagnosis.DomainExaminer;
import dev.shopbell.dns.DnsName;
import dev.shopbell.internal.Recent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The DMARC policies of the domains that stores send as. It never waits: one older than an hour is
 * asked for again, and holds until the answer comes; one that is not known yet counts as unknown
 * until then.
 */
final class LiveDmarc {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
  private static final int MOST_KEPT = 10_000;

  private final DomainExaminer examiner;
  private final Clock clock;
  private final Map<DomainName, Known> kept = new Recent<>(MOST_KEPT);

  private record Known(DmarcPolicy policy, Instant until) {}

  LiveDmarc(DomainExaminer examiner, Clock clock) {
    this.examiner = examiner;
    this.clock = clock;
  }

  DmarcPolicy policy(DomainName domain) {
    Instant now = clock.instant();
    Known known;
    synchronized (kept) {
      known = kept.get(domain);
      if (known != null && now.isBefore(known.until())) {
        return known.policy();
      }
      kept.put(domain, stale(known, now));
    }
    ask(domain);
    return known == null ? latest(domain) : known.policy();
  }

  /** While it is being asked, nobody else asks. */
  private static Known stale(@Nullable Known known, Instant now) {
    return new Known(known == null ? DmarcPolicy.UNKNOWN : known.policy(), now.plus(AFTER_FAILURE));
  }

  private DmarcPolicy latest(DomainName domain) {
    synchronized (kept) {
      Known known = kept.get(domain);
      return known == null ? DmarcPolicy.UNKNOWN : known.policy();
    }
  }

  private void ask(DomainName domain) {
    CompletionStage<DmarcPolicy> answer =
        examiner.dmarc(DnsName.of(domain)).thenApply(dmarc -> dmarc.policy());
    answer.thenAccept(policy -> learn(domain, policy));
  }

  void learn(DomainName domain, DmarcPolicy policy) {
    if (policy != DmarcPolicy.UNKNOWN) {
      synchronized (kept) {
        kept.put(domain, new Known(policy, clock.instant().plus(FRESH)));
      }
    }
  }
}
