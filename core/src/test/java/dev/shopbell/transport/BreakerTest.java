package dev.shopbell.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.internal.TestClock;
import dev.shopbell.transport.Outcome.Accepted;
import dev.shopbell.transport.Outcome.Deferred;
import dev.shopbell.transport.Outcome.Rejected;
import dev.shopbell.transport.Outcome.Unknown;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("delivery-09")
class BreakerTest {
  private static final Accepted YES = Accepted.of("fake", "1");
  private final TestClock clock = new TestClock(Fake.NOW);
  private Outcome next = Deferred.of(Reason.UNAVAILABLE, "down");
  private final Fake fake = new Fake(context -> next);
  private final Breaker breaker = new Breaker(clock, fake);

  @Test
  void leavesAnEndpointAloneAfterFiveFailuresInARow() {
    fail("fake://a", 5);
    assertThat(send("fake://a"))
        .isEqualTo(
            new Deferred(
                Optional.of(Breaker.PAUSE),
                Reason.UNAVAILABLE,
                "left alone after it failed 5 times in a row"));
    assertThat(fake.contexts).hasSize(5);
  }

  @Test
  @Tag("spi-05")
  void judgesEachEndpointForItself() {
    fail("fake://user:one@a", 5);
    next = YES;
    assertThat(send("fake://user:two@a")).isEqualTo(YES);
    assertThat(send("fake://b")).isEqualTo(YES);
  }

  @Test
  void letsOneMessageTryAfterThePauseAndOpensWhenItGoesThrough() {
    fail("fake://a", 5);
    clock.advance(Breaker.PAUSE);
    next = YES;
    assertThat(send("fake://a")).isEqualTo(YES);
    assertThat(send("fake://a")).isEqualTo(YES);
    assertThat(fake.contexts).hasSize(7);
  }

  @Test
  void aFailedTrialBeginsAnotherPause() {
    fail("fake://a", 5);
    clock.advance(Breaker.PAUSE);
    assertThat(((Deferred) send("fake://a")).reply()).isEqualTo("down");
    assertThat(((Deferred) send("fake://a")).retryAfter()).contains(Breaker.PAUSE);
    assertThat(fake.contexts).hasSize(6);
  }

  @Test
  void aSuccessBetweenFailuresBeginsTheCountAnew() {
    fail("fake://a", 4);
    next = YES;
    send("fake://a");
    next = new Unknown("cut");
    fail("fake://a", 4);
    next = YES;
    assertThat(send("fake://a")).isEqualTo(YES);
  }

  @Test
  void refusalsOfRecipientsAreNoFailures() {
    next = new Rejected(Reason.BAD_ADDRESS, "550");
    fail("fake://a", 20);
    assertThat(fake.contexts).hasSize(20);
    next = Deferred.of(Reason.RECIPIENT_UNAVAILABLE, "450");
    fail("fake://a", 20);
    assertThat(fake.contexts).hasSize(40);
  }

  private void fail(String endpoint, int times) {
    for (int i = 0; i < times; i++) {
      send(endpoint);
    }
  }

  private Outcome send(String endpoint) {
    return breaker.send(Fake.MESSAGE, Fake.to(endpoint));
  }
}
