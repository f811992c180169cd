package dev.shopbell.transport;

import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.Outcome.Deferred;
import dev.shopbell.transport.Outcome.Rejected;
import dev.shopbell.transport.Outcome.Unknown;
import dev.shopbell.transport.Reason.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leaves an endpoint alone for a while after it has failed several times in a row, then lets one
 * message try it. Each endpoint is judged for itself; only failing ones are remembered.
 */
final class Breaker implements Transport {
  static final int FAILURES = 5;
  static final Duration PAUSE = Duration.ofSeconds(30);

  private final Clock clock;
  private final Transport transport;
  private final Map<Endpoint, Failing> failing = new ConcurrentHashMap<>();

  /** How often an endpoint has failed in a row, and until when it is left alone. */
  private record Failing(int times, Instant until) {}

  Breaker(Clock clock, Transport transport) {
    this.clock = clock;
    this.transport = transport;
  }

  @Override
  public TransportInfo info() {
    return transport.info();
  }

  @Override
  public Outcome send(OutboundMessage message, SendContext context) {
    Optional<Duration> pause = pause(context.endpoint());
    if (pause.isPresent()) {
      return new Deferred(
          pause, Reason.UNAVAILABLE, "left alone after it failed " + FAILURES + " times in a row");
    }
    Outcome outcome = Handover.send(transport, message, context, clock);
    if (failed(outcome)) {
      failing.merge(context.endpoint(), new Failing(1, Instant.MIN), this::oneMore);
    } else {
      failing.remove(context.endpoint());
    }
    return outcome;
  }

  /** How long the endpoint is still left alone; whoever finds the pause over is its one trial. */
  private Optional<Duration> pause(Endpoint endpoint) {
    Instant now = clock.instant();
    Failing state = failing.get(endpoint);
    if (state == null || state.times() < FAILURES) {
      return Optional.empty();
    }
    if (now.isBefore(state.until())) {
      return Optional.of(Duration.between(now, state.until()));
    }
    Failing trial = new Failing(state.times(), now.plus(PAUSE));
    return failing.replace(endpoint, state, trial) ? Optional.empty() : Optional.of(PAUSE);
  }

  private Failing oneMore(Failing before, Failing first) {
    return new Failing(before.times() + 1, clock.instant().plus(PAUSE));
  }

  private static boolean failed(Outcome outcome) {
    return outcome instanceof Unknown
        || (outcome instanceof Deferred deferred && deferred.reason().scope() == Scope.ACCOUNT)
        || (outcome instanceof Rejected rejected && rejected.reason().scope() == Scope.ACCOUNT);
  }
}
