package dev.shopbell.spring.watch;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.Tracing;
import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.TransportInfo;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sees how the platform's transports fare, beside what else follows notices. Attempts through a
 * store's own account are not counted: its trouble is its own.
 */
final class TransportWatch implements Tracing {
  /** So many failures in a row are no chance. */
  static final int FAILURES = 5;

  private final Tracing tracing;
  private final Map<String, Run> transports = new ConcurrentHashMap<>();

  /** How often a transport failed in a row, and why last. */
  private record Run(int failures, String why) {
    static final Run WELL = new Run(0, "");

    Run then(String failure) {
      return failure.isEmpty() ? WELL : new Run(failures + 1, failure);
    }

    String words() {
      return failures < FAILURES ? "well" : "failing " + failures + " times in a row: " + why;
    }
  }

  /** Watches beside that. */
  TransportWatch(Tracing tracing) {
    this.tracing = tracing;
  }

  @Override
  public <T> T sending(String type, Function<Map<String, String>, T> work) {
    return tracing.sending(type, work);
  }

  @Override
  public Outcome attempting(
      Delivery delivery, TransportInfo transport, Endpoint endpoint, Supplier<Outcome> work) {
    Outcome outcome = tracing.attempting(delivery, transport, endpoint, work);
    if (endpoint.equals(Endpoint.PLATFORM)) {
      String failure = failure(outcome);
      transports.compute(
          transport.name(), (name, run) -> (run == null ? Run.WELL : run).then(failure));
    }
    return outcome;
  }

  /** Why the account failed; empty when it did not, whatever became of the message. */
  private static String failure(Outcome outcome) {
    if (outcome instanceof Outcome.Unknown) {
      return "no clear answer";
    }
    if (outcome instanceof Outcome.Rejected rejected) {
      return failure(rejected.reason());
    }
    return outcome instanceof Outcome.Deferred deferred ? failure(deferred.reason()) : "";
  }

  private static String failure(Reason reason) {
    return reason.scope() == Reason.Scope.ACCOUNT
        ? reason.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        : "";
  }

  /** How each transport that was used fares, in words, by its name. */
  Map<String, String> words() {
    Map<String, String> words = new TreeMap<>();
    transports.forEach((name, run) -> words.put(name, run.words()));
    return words;
  }

  /** True when a transport fails again and again. */
  boolean isAnyFailing() {
    return transports.values().stream().anyMatch(run -> run.failures() >= FAILURES);
  }
}
