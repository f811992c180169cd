package dev.shopbell.delivery;

import dev.shopbell.delivery.Carriers.Carrier;
import dev.shopbell.internal.Recent;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.StoreId;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Outcome.Accepted;
import dev.shopbell.transport.Outcome.Deferred;
import dev.shopbell.transport.Outcome.Rejected;
import dev.shopbell.transport.Reason.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Stores that an account refused for who they are: a block list, a policy, a signature that fails.
 * More of their messages by that account would make it worse, so that these wait: a minute, and
 * twice as long at each refusal in a row, up to an hour. What it accepts ends that.
 */
final class HeldSenders {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_KEPT = 10_000;

  private final Map<Sender, Hold> holds = new Recent<>(MOST_KEPT);

  private record Sender(StoreId store, String transport, Endpoint endpoint) {}

  private record Hold(Instant until, Duration time) {
    /** The same, or begun anew where the clock went back: it lasts no longer than its time. */
    Hold seen(Instant now) {
      Instant longest = now.plus(time);
      return until.isAfter(longest) ? new Hold(longest, time) : this;
    }
  }

  /** Until when a store's messages by that account wait; empty when they do not. */
  synchronized Optional<Instant> until(StoreId store, Carrier carrier, Instant now) {
    return Optional.ofNullable(
            holds.computeIfPresent(sender(store, carrier), (sender, hold) -> hold.seen(now)))
        .map(Hold::until)
        .filter(now::isBefore);
  }

  /** What an account said of a store's message. */
  synchronized void told(StoreId store, Carrier carrier, Outcome outcome, Instant now) {
    Sender sender = sender(store, carrier);
    if (outcome instanceof Accepted) {
      holds.remove(sender);
    } else if (isOfSender(outcome)) {
      hold(sender, now);
    }
  }

  /** Refusals of what was under way together are one. */
  private void hold(Sender sender, Instant now) {
    Hold before = holds.get(sender);
    if (before != null && now.isBefore(before.until())) {
      return;
    }
    Duration doubled = before == null ? FIRST : before.time().multipliedBy(2);
    Duration time = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    holds.put(sender, new Hold(now.plus(time), time));
  }

  private static boolean isOfSender(Outcome outcome) {
    if (outcome instanceof Rejected rejected) {
      return rejected.reason().scope() == Scope.SENDER;
    }
    return outcome instanceof Deferred deferred && deferred.reason().scope() == Scope.SENDER;
  }

  private static Sender sender(StoreId store, Carrier carrier) {
    return new Sender(store, carrier.transport().info().name(), carrier.endpoint());
  }
}
