package dev.shopbell.delivery;

import static dev.shopbell.delivery.Deliveries.NOW;
import static dev.shopbell.delivery.Deliveries.claim;
import static dev.shopbell.delivery.Deliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("delivery-07")
class RecordingTest {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private final InMemoryDeliveryStore real = new InMemoryDeliveryStore(10);
  private final List<Duration> pauses = new ArrayList<>();
  private int failures;
  private boolean answersAreLost;
  private boolean goesOn = true;

  private Object fails(Object result) {
    if (failures > 0) {
      failures--;
      throw new IllegalStateException("gone");
    }
    return result;
  }

  /** The real store behind a wire that breaks before a completion is there, or after it. */
  private DeliveryStore shaky() {
    return (DeliveryStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DeliveryStore.class},
            (proxy, method, arguments) -> {
              try {
                boolean completes = Set.of("begin", "complete").contains(method.getName());
                if (completes && !answersAreLost) {
                  fails(real);
                }
                Object result = method.invoke(real, arguments);
                return completes ? fails(result) : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Recording recording() {
    return new Recording(shaky(), () -> 0, LEASE, this::pause);
  }

  private boolean pause(Duration time) {
    pauses.add(time);
    return goesOn;
  }

  private Completion accepted() {
    real.enqueue(submission(Deliveries.of("tea")));
    Claim claim = real.begin(real.claim(claim(NOW, 1, 1))).get(0);
    Progress progress = claim.delivery().progress().ended(DeliveryState.ACCEPTED, NOW, "");
    return new Completion(claim, progress);
  }

  private DeliveryState state(Completion completion) {
    return real.find(completion.claim().delivery().id()).orElseThrow().state();
  }

  @Test
  void tellsAnEndAgainUntilItIsTaken() {
    Completion accepted = accepted();
    failures = 3;
    assertThat(recording().record(accepted)).map(Delivery::state).contains(DeliveryState.ACCEPTED);
    assertThat(pauses)
        .containsExactly(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(state(accepted)).isEqualTo(DeliveryState.ACCEPTED);
  }

  @Test
  void aBeginningIsToldAgainAlsoWhereItsAnswerWasLost() {
    real.enqueue(submission(Deliveries.of("tea")));
    Claim claim = real.claim(claim(NOW, 1, 1)).get(0);
    failures = 2;
    assertThat(recording().begin(claim)).isTrue();
    failures = 1;
    answersAreLost = true;
    assertThat(recording().begin(claim)).isTrue();
    assertThat(recording().begin(new Claim(claim.delivery(), 77, false, 0))).isFalse();
  }

  @Test
  void anEndWhoseAnswerWasLostCountsAsRecorded() {
    Completion accepted = accepted();
    failures = 1;
    answersAreLost = true;
    assertThat(recording().record(accepted)).map(Delivery::state).contains(DeliveryState.ACCEPTED);
  }

  @Test
  void givesUpWhenTheLeaseWouldHaveEnded() {
    Completion accepted = accepted();
    failures = Integer.MAX_VALUE;
    assertThatThrownBy(() -> recording().record(accepted)).hasMessage("gone");
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(LEASE, LEASE.plusSeconds(5));
    assertThat(state(accepted)).isEqualTo(DeliveryState.PENDING);
  }

  @Test
  void triesOnceMoreWhenItIsStoppedAndEnds() {
    Completion accepted = accepted();
    goesOn = false;
    failures = 2;
    assertThatThrownBy(() -> recording().record(accepted)).hasMessage("gone");
    assertThat(pauses).hasSize(1);
  }

  @Test
  void aVoidClaimIsVoidAlsoWhenItIsToldAgain() {
    Completion accepted = accepted();
    failures = 1;
    real.complete(
        List.of(
            new Completion(
                accepted.claim(),
                accepted.claim().delivery().progress().ended(DeliveryState.FAILED, NOW, "x"))));
    assertThat(recording().record(accepted)).isEmpty();
  }
}
