package dev.shopbell.spring.watch;

import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import java.util.Locale;
import java.util.Optional;

/** The few words that an outcome is counted by. */
final class AttemptTags {
  static final String NONE = "none";

  private AttemptTags() {}

  /** One of accepted, rejected, deferred, unknown. */
  static String outcome(Outcome outcome) {
    return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** The reason's name; none where there is none. */
  static String reason(Outcome outcome) {
    Optional<Reason> reason = Optional.empty();
    if (outcome instanceof Outcome.Rejected rejected) {
      reason = Optional.of(rejected.reason());
    } else if (outcome instanceof Outcome.Deferred deferred) {
      reason = Optional.of(deferred.reason());
    }
    return reason.map(AttemptTags::word).orElse(NONE);
  }

  /** Its transport; none where it never came so far. */
  static String transport(String name) {
    return name.isEmpty() ? NONE : name;
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
