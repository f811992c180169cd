package dev.shopbell.spring.watch;

import dev.shopbell.domain.DomainClaim;
import dev.shopbell.domain.DomainRegistry;
import dev.shopbell.domain.DomainState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which stores' domains are unwell, among the thousand that are looked at next. */
final class DomainWords {
  private static final Duration AHEAD = Duration.ofDays(400);
  private static final int MOST_CLAIMS = 1_000;
  private static final int MOST_TOLD = 20;

  private DomainWords() {}

  /** Each domain that fails, the first 20 by name, and since when. */
  static Map<String, String> of(DomainRegistry registry, Clock clock) {
    List<DomainClaim> claims = registry.due(clock.instant().plus(AHEAD), MOST_CLAIMS);
    TreeMap<String, String> words = new TreeMap<>();
    claims.forEach(
        claim -> words(claim).ifPresent(text -> words.put(claim.domain().value(), text)));
    while (words.size() > MOST_TOLD) {
      words.remove(words.lastKey());
    }
    return words;
  }

  private static Optional<String> words(DomainClaim claim) {
    if (claim.state() == DomainState.LAPSED) {
      return Optional.of("taken back since " + claim.since() + ": its records are gone");
    }
    return claim
        .checks()
        .failingSince()
        .filter(since -> claim.isVerified())
        .map(since -> "in use, and its records are not seen since " + since);
  }
}
