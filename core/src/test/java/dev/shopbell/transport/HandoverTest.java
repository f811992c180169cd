package dev.shopbell.transport;

import static dev.shopbell.transport.Fake.CLOCK;
import static dev.shopbell.transport.Fake.MESSAGE;
import static dev.shopbell.transport.Fake.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.StoreId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverTest {
  @ParameterizedTest
  @MethodSource("outcomes")
  void givesTheOutcomeThatTheTransportMade(Outcome outcome) {
    assertThat(send((message, context) -> outcome)).isSameAs(outcome);
  }

  private static Stream<Outcome> outcomes() {
    return Stream.of(
        Outcome.Accepted.of("acme", "1"),
        new Outcome.Rejected(Reason.BAD_ADDRESS, "no"),
        Outcome.Deferred.of(Reason.THROTTLED, "later"),
        new Outcome.Unknown("?"));
  }

  @Test
  void passesTheMessageAndItsContextOn() {
    SendContext context = context(NOW.plusSeconds(1));
    Transport transport =
        acme(
            (message, given) -> {
              assertThat(message).isSameAs(MESSAGE);
              assertThat(given).isSameAs(context);
              return Outcome.Accepted.of("acme", "1");
            });

    assertThat(Handover.send(transport, MESSAGE, context, CLOCK))
        .isEqualTo(Outcome.Accepted.of("acme", "1"));
  }

  @Test
  @SuppressWarnings("NullAway")
  void takesNoOutcomeForUnknown() {
    assertThat(send((message, context) -> null))
        .isEqualTo(new Outcome.Unknown("the transport returned no outcome"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, -86_400})
  void doesNotCallATransportWhoseDeadlineHasPassed(long seconds) {
    Transport transport = acme((message, context) -> fail("it was called"));

    assertThat(Handover.send(transport, MESSAGE, context(NOW.plusSeconds(seconds)), CLOCK))
        .isEqualTo(
            Outcome.Deferred.of(Reason.UNAVAILABLE, "the deadline had passed before it was sent"));
  }

  @Test
  void putsOffWhatDidNotLeave() {
    assertThat(
            send(
                (message, context) -> {
                  throw TransportException.nothingLeft("no route to ann@shopper.example", null);
                }))
        .isEqualTo(Outcome.Deferred.of(Reason.UNAVAILABLE, "no route to a***@shopper.example"));
  }

  @Test
  void takesWhatMayHaveLeftForUnknown() {
    assertThat(
            send(
                (message, context) -> {
                  throw TransportException.mayHaveLeft("reset by peer", null);
                }))
        .isEqualTo(new Outcome.Unknown("reset by peer"));
  }

  @Test
  void takesAnInterruptForUnknownAndInterruptsTheThreadAgain() {
    Outcome outcome =
        send(
            (message, context) -> {
              throw new InterruptedException();
            });

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome).isEqualTo(new Outcome.Unknown("interrupted before the provider's answer"));
  }

  @Test
  void sendsNothingOnAThreadThatIsInterruptedAlready() {
    Thread.currentThread().interrupt();
    Outcome outcome =
        send(
            (message, context) -> {
              throw new IllegalStateException("it was called");
            });

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome)
        .isEqualTo(Outcome.Deferred.of(Reason.UNAVAILABLE, "interrupted before it was sent"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void takesEveryOtherFailureForUnknownAndNamesItsKindAndPlaceAlone(Throwable failure) {
    Outcome outcome = send(throwing(failure));

    assertThat(((Outcome.Unknown) outcome).detail())
        .matches(
            "the transport failed: "
                + failure.getClass().getSimpleName()
                + " at dev\\.shopbell\\.transport\\.HandoverTest\\.failures"
                + "\\(HandoverTest\\.java:\\d+\\)");
    assertThat(Thread.interrupted()).isFalse();
  }

  private static Stream<Throwable> failures() {
    String message = "S3cr3t of <ann.smith@shopper.example>\n+8613800138000";
    return Stream.of(
        new IllegalStateException(message),
        new IllegalArgumentException(message, new IOException(message)),
        new NullPointerException(),
        new IOException(message),
        new UncheckedIOException(message, new IOException(message)),
        new NoClassDefFoundError(message),
        new StackOverflowError());
  }

  @Test
  void namesTheKindOfAFailureThatHasNoPlace() {
    IllegalStateException failure = new IllegalStateException("S3cr3t");
    failure.setStackTrace(new StackTraceElement[0]);

    assertThat(send(throwing(failure)))
        .isEqualTo(new Outcome.Unknown("the transport failed: IllegalStateException"));
  }

  private static Outcome send(Sending sending) {
    return Handover.send(acme(sending), MESSAGE, context(NOW.plusMillis(1)), CLOCK);
  }

  private static SendContext context(Instant deadline) {
    return new SendContext(
        new StoreId("s-1"),
        new DeliveryId("01m8160qt00000000000000000"),
        "key",
        deadline,
        Endpoint.PLATFORM,
        Map.of());
  }

  private static Transport acme(Sending sending) {
    return new Transport() {
      @Override
      public TransportInfo info() {
        return TransportInfo.of("acme", Channel.SMS);
      }

      @Override
      public Outcome send(OutboundMessage message, SendContext context)
          throws TransportException, InterruptedException {
        return sending.send(message, context);
      }
    };
  }

  private static Sending throwing(Throwable failure) {
    return (message, context) -> {
      throw sneaky(failure);
    };
  }

  /** Throws a checked exception that the interface does not declare, as Kotlin and Scala may. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
    throw (T) failure;
  }

  private interface Sending {
    Outcome send(OutboundMessage message, SendContext context)
        throws TransportException, InterruptedException;
  }
}
