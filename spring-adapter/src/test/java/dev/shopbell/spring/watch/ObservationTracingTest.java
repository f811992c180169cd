package dev.shopbell.spring.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.Outcome;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spring-04")
class ObservationTracingTest {
  private final TestObservationRegistry registry = TestObservationRegistry.create();
  private final StubTracer tracer = new StubTracer();
  private final ObservationTracing tracing = new ObservationTracing(registry);

  /** Fails at the beginning or the end of each observation. */
  private record Failing(boolean atStart) implements ObservationHandler<Observation.Context> {
    @Override
    public void onStart(Observation.Context context) {
      if (atStart) {
        throw new IllegalStateException("a broken handler");
      }
    }

    @Override
    public void onStop(Observation.Context context) {
      if (!atStart) {
        throw new IllegalStateException("a broken handler");
      }
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }
  }

  private Outcome attempt(Map<String, String> carried, Supplier<Outcome> work) {
    return tracing.attempting(
        Samples.pending().with(carried), Samples.RELAY, Endpoint.PLATFORM, work);
  }

  @Test
  void carriesTheSendersTraceToTheAttempt() {
    registry.observationConfig().observationHandler(tracer);
    Map<String, String> carried = tracing.sending("order.paid", values -> values);
    assertThat(carried).isEqualTo(Map.of("traceparent", StubTracer.PARENT));
    attempt(carried, () -> Samples.ACCEPTED);
    assertThat(tracer.parents()).containsExactly(StubTracer.PARENT);
  }

  @Test
  void observesASendingByItsTypeAndAnAttemptByItsOutcomeAndNamesNoStore() {
    registry.observationConfig().observationHandler(tracer);
    tracing.sending("order.paid", values -> values);
    attempt(Map.of(), () -> Samples.BUSY);
    TestObservationRegistryAssert.assertThat(registry)
        .hasObservationWithNameEqualTo("shopbell.send")
        .that()
        .hasLowCardinalityKeyValue("type", "order.paid")
        .hasBeenStopped();
    TestObservationRegistryAssert.assertThat(registry)
        .hasObservationWithNameEqualTo("shopbell.attempt")
        .that()
        .hasLowCardinalityKeyValue("channel", "email")
        .hasLowCardinalityKeyValue("transport", "relay")
        .hasLowCardinalityKeyValue("account", "platform")
        .hasLowCardinalityKeyValue("outcome", "deferred")
        .hasLowCardinalityKeyValue("reason", "unavailable")
        .hasBeenStopped();
    assertThat(tracer.values()).hasSize(2).noneMatch(values -> values.matches(".*=(tea|ann).*"));
  }

  @Test
  void aBrokenHandlerNeitherKeepsALetterBackNorSendsItTwice() {
    AtomicInteger sent = new AtomicInteger();
    for (boolean atStart : new boolean[] {true, false}) {
      TestObservationRegistry broken = TestObservationRegistry.create();
      broken.observationConfig().observationHandler(new Failing(atStart));
      ObservationTracing fragile = new ObservationTracing(broken);
      Supplier<Outcome> work =
          () -> {
            sent.incrementAndGet();
            return Samples.ACCEPTED;
          };
      assertThat(fragile.attempting(Samples.pending(), Samples.RELAY, Endpoint.PLATFORM, work))
          .isEqualTo(Samples.ACCEPTED);
      assertThat(fragile.<Integer>sending("order.paid", values -> sent.incrementAndGet())).isEven();
    }
    assertThat(sent).hasValue(4);
  }

  @Test
  void whatWasRefusedIsNoTag() {
    assertThatThrownBy(
            () ->
                tracing.sending(
                    "no.such.type",
                    values -> {
                      throw new IllegalArgumentException("unknown");
                    }))
        .hasMessage("unknown");
    TestObservationRegistryAssert.assertThat(registry)
        .hasObservationWithNameEqualTo("shopbell.send")
        .that()
        .hasLowCardinalityKeyValue("type", "none")
        .hasContextualNameEqualTo("send")
        .hasBeenStopped();
  }

  @Test
  void whatSendingRefusesReachesTheCaller() {
    assertThatThrownBy(
            () ->
                tracing.sending(
                    "order.paid",
                    values -> {
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void storesNoMoreThanAFewShortTexts() {
    Carried carried = new Carried();
    for (int i = 0; i < 20; i++) {
      carried.put("name-" + i, "value");
    }
    carried.put("baggage", "x".repeat(513));
    carried.put("n".repeat(65), "x");
    carried.put("name-0", "another");
    assertThat(carried.values())
        .hasSize(8)
        .containsEntry("name-0", "another")
        .doesNotContainKey("baggage");
  }
}
