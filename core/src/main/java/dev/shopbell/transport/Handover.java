package dev.shopbell.transport;

import java.time.Clock;
import java.util.Objects;

/**
 * Calls a transport and makes an outcome of whatever it does: the one place where exceptions are
 * read. What is not known to have stayed here counts as unknown.
 */
public final class Handover {
  private Handover() {}

  /**
   * The outcome of one attempt; never throws. When the thread was interrupted, it is again
   * afterwards.
   */
  @SuppressWarnings("CatchingUnchecked")
  public static Outcome send(
      Transport transport, OutboundMessage message, SendContext context, Clock clock) {
    if (context.remaining(clock).isZero()) {
      return Outcome.Deferred.of(Reason.UNAVAILABLE, "the deadline had passed before it was sent");
    }
    if (Thread.currentThread().isInterrupted()) {
      return Outcome.Deferred.of(Reason.UNAVAILABLE, "interrupted before it was sent");
    }
    try {
      Outcome outcome = transport.send(message, context);
      return Objects.requireNonNullElseGet(
          outcome, () -> new Outcome.Unknown("the transport returned no outcome"));
    } catch (TransportException e) {
      String problem = Objects.requireNonNullElse(e.getMessage(), "");
      return e.mayHaveLeft()
          ? new Outcome.Unknown(problem)
          : Outcome.Deferred.of(Reason.UNAVAILABLE, problem);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unknown("interrupted before the provider's answer");
    } catch (Exception | Error e) {
      return new Outcome.Unknown("the transport failed: " + describe(e));
    }
  }

  /** The kind of failure and its place: a message of somebody else's may hold a secret. */
  private static String describe(Throwable failure) {
    StackTraceElement[] places = failure.getStackTrace();
    return failure.getClass().getSimpleName() + (places.length == 0 ? "" : " at " + places[0]);
  }
}
