package dev.shopbell.plan;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * One question that is asked before a channel is taken: the store's switches, the recipient's
 * consent, the suppression list, a balance. Asked when a notice is sent and again just before each
 * attempt, by many threads; what it answers is never kept.
 */
@FunctionalInterface
public interface Gate {
  /**
   * Why the channel must not be taken; empty lets it pass. An exception means "could not ask": a
   * caller of {@code send} gets it, and an attempt is put off.
   */
  Optional<SkipReason> refuses(Candidate candidate);

  /** The store's switches: whatever is not on is skipped as switched off. */
  static Gate switches(Predicate<Candidate> on) {
    return candidate ->
        on.test(candidate) ? Optional.empty() : Optional.of(SkipReason.SWITCHED_OFF);
  }
}
