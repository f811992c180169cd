package dev.shopbell.delivery;

import dev.shopbell.address.Channel;
import dev.shopbell.transport.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a delivery has come.
 *
 * @param state where it stands
 * @param route the channels it may still take, the one in use first
 * @param due when it is tried next, while pending; otherwise when it came to its state
 * @param attempts how many there were
 * @param last the last of them
 * @param inDoubt true once an attempt was unknown: no other channel is taken any more, since it may
 *     have arrived
 * @param why one line that says why it stands there; empty while nothing is to be said
 */
public record Progress(
    DeliveryState state,
    List<Channel> route,
    Instant due,
    int attempts,
    Optional<Attempt> last,
    boolean inDoubt,
    String why) {
  public Progress {
    Objects.requireNonNull(state, "state");
    route = List.copyOf(route);
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(why, "why");
  }

  /** On its way, not tried yet. */
  public static Progress queued(List<Channel> route, Instant due) {
    return new Progress(DeliveryState.PENDING, route, due, 0, Optional.empty(), false, "");
  }

  /** Due at that moment, on that route. */
  public Progress dueAt(Instant time, List<Channel> route, String why) {
    return new Progress(DeliveryState.PENDING, route, time, attempts, last, inDoubt, why);
  }

  /** Come to that state at that moment. */
  public Progress ended(DeliveryState state, Instant at, String why) {
    return new Progress(state, route, at, attempts, last, inDoubt, why);
  }

  /** With one more attempt, on its channel. */
  Progress tried(Attempt attempt) {
    int from = Math.max(route.indexOf(attempt.channel()), 0);
    List<Channel> rest = route.subList(from, route.size());
    boolean doubt = inDoubt || attempt.outcome() instanceof Outcome.Unknown;
    return new Progress(state, rest, due, attempt.number(), Optional.of(attempt), doubt, why);
  }

  /** What was cancelled while an attempt was under way is not tried again after it. */
  public Progress unlessCancelled(boolean cancelled) {
    return cancelled && state == DeliveryState.PENDING
        ? ended(DeliveryState.CANCELLED, due, "cancelled; " + why)
        : this;
  }

  /** Whether the last attempt may have been accepted and a receipt could still tell. */
  public boolean isUnsettled() {
    boolean waits = state == DeliveryState.UNKNOWN || state == DeliveryState.PENDING;
    return waits
        && last.map(Attempt::outcome).filter(Outcome.Unknown.class::isInstance).isPresent();
  }

  /** The same when it is known that the last attempt failed: without its doubt, if that was all. */
  Progress settled() {
    boolean doubt = inDoubt && !(isUnsettled() && attempts == 1);
    return new Progress(state, route, due, attempts, last, doubt, why);
  }

  /** The channels behind the one in use. */
  List<Channel> fallbacks() {
    return route.subList(Math.min(1, route.size()), route.size());
  }
}
