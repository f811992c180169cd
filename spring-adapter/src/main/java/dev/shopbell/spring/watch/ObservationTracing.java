package dev.shopbell.spring.watch;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.Tracing;
import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.TransportInfo;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Observes {@code shopbell.send} and {@code shopbell.attempt}. What the tracer injects into the
 * first is stored with the notice and extracted again by the second, so that each attempt is a span
 * in its sender's trace, in whatever process it is made.
 */
final class ObservationTracing implements Tracing {
  private static final Logger log = LoggerFactory.getLogger(ObservationTracing.class);

  private final ObservationRegistry registry;

  ObservationTracing(ObservationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public <T> T sending(String type, Function<Map<String, String>, T> work) {
    Carried carried = new Carried();
    return observed(
        () -> sender(carried),
        observation -> {
          T sent = work.apply(carried.values());
          observation.contextualName("send " + type).lowCardinalityKeyValue("type", type);
          return sent;
        });
  }

  /** Its type is told when it was taken: whatever else a caller names would be a tag of its own. */
  private Observation sender(Carried carried) {
    SenderContext<Carried> context =
        new SenderContext<>(
            (carrier, name, value) -> {
              if (carrier != null) {
                carrier.put(name, value);
              }
            },
            Kind.PRODUCER);
    context.setCarrier(carried);
    return Observation.createNotStarted("shopbell.send", () -> context, registry)
        .contextualName("send")
        .lowCardinalityKeyValue("type", AttemptTags.NONE);
  }

  @Override
  public Outcome attempting(
      Delivery delivery, TransportInfo transport, Endpoint endpoint, Supplier<Outcome> work) {
    return observed(
        () -> receiver(delivery, transport, endpoint),
        observation -> {
          Outcome outcome = work.get();
          observation
              .lowCardinalityKeyValue("outcome", AttemptTags.outcome(outcome))
              .lowCardinalityKeyValue("reason", AttemptTags.reason(outcome));
          return outcome;
        });
  }

  private Observation receiver(Delivery delivery, TransportInfo transport, Endpoint endpoint) {
    ReceiverContext<Map<String, String>> context =
        new ReceiverContext<>((carrier, name) -> carrier.get(name), Kind.CONSUMER);
    context.setCarrier(delivery.notice().carried());
    String account = endpoint.equals(Endpoint.PLATFORM) ? "platform" : "own";
    return Observation.createNotStarted("shopbell.attempt", () -> context, registry)
        .contextualName(transport.channel().name() + " by " + transport.name())
        .lowCardinalityKeyValue("channel", transport.channel().name())
        .lowCardinalityKeyValue("transport", transport.name())
        .lowCardinalityKeyValue("account", account)
        .lowCardinalityKeyValue("outcome", AttemptTags.NONE)
        .lowCardinalityKeyValue("reason", AttemptTags.NONE)
        .highCardinalityKeyValue("shopbell.delivery", delivery.id().value());
  }

  /** Does the work once; whatever fails in those who observe it is logged. */
  private static <T> T observed(Supplier<Observation> making, Function<Observation, T> work) {
    Observation observation = made(making);
    Once<T> once = new Once<>(() -> work.apply(observation));
    try {
      observation.observe(once);
    } catch (RuntimeException e) {
      if (!once.threw(e)) {
        failed(e);
      }
    }
    return once.outcome();
  }

  private static Observation made(Supplier<Observation> making) {
    try {
      return making.get();
    } catch (RuntimeException e) {
      failed(e);
      return Observation.NOOP;
    }
  }

  private static void failed(RuntimeException e) {
    log.warn("observing a notice failed: {}", e.getClass().getName());
  }
}
