package dev.shopbell.transport;

import dev.shopbell.transport.Outcome.Accepted;
import dev.shopbell.transport.Outcome.Deferred;
import dev.shopbell.transport.Outcome.Rejected;
import dev.shopbell.transport.Outcome.Unknown;
import dev.shopbell.transport.Reason.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Several transports as one: the next is tried when one defers, or refuses for a reason that is
 * about the sender or the account. A refused recipient or content, and an unknown outcome, end it.
 */
final class TransportGroup implements Transport {
  private final Clock clock;
  private final List<Transport> parts;
  private final boolean rotates;
  private final TransportInfo info;
  private final AtomicInteger turn = new AtomicInteger();

  TransportGroup(Clock clock, String name, List<Transport> parts, boolean rotates) {
    this.clock = clock;
    this.parts = List.copyOf(parts);
    this.rotates = rotates;
    this.info = info(name, this.parts);
  }

  @Override
  public TransportInfo info() {
    return info;
  }

  @Override
  public Outcome send(OutboundMessage message, SendContext context) {
    int first = rotates ? Math.floorMod(turn.getAndIncrement(), parts.size()) : 0;
    Outcome best = null;
    for (int i = 0; i < parts.size(); i++) {
      Transport part = parts.get((first + i) % parts.size());
      Outcome outcome = Handover.send(part, message, context, clock);
      if (!anotherMayHelp(outcome) || Thread.currentThread().isInterrupted()) {
        return outcome;
      }
      best = best == null ? outcome : hopefuller(best, outcome);
    }
    return best == null ? new Unknown("a group without transports") : best;
  }

  private static boolean anotherMayHelp(Outcome outcome) {
    if (outcome instanceof Rejected rejected) {
      Scope scope = rejected.reason().scope();
      return scope == Scope.SENDER || scope == Scope.ACCOUNT;
    }
    return !(outcome instanceof Accepted) && !(outcome instanceof Unknown);
  }

  /** A deferral before a refusal, and of two deferrals the one that ends first. */
  private static Outcome hopefuller(Outcome one, Outcome other) {
    if (one instanceof Deferred a && other instanceof Deferred b) {
      return wait(b).compareTo(wait(a)) < 0 ? b : a;
    }
    return other instanceof Deferred ? other : one;
  }

  private static Duration wait(Deferred deferred) {
    return deferred.retryAfter().orElse(Duration.ZERO);
  }

  private static TransportInfo info(String name, List<Transport> parts) {
    List<TransportInfo> infos = parts.stream().map(Transport::info).toList();
    if (infos.stream().map(TransportInfo::channel).distinct().count() != 1) {
      throw new IllegalArgumentException(
          name + " mixes channels: " + infos.stream().map(TransportInfo::channel).toList());
    }
    Duration grace =
        infos.stream().map(TransportInfo::grace).max(Comparator.naturalOrder()).orElseThrow();
    return new TransportInfo(name, infos.get(0).channel(), grace, false);
  }
}
