package dev.shopbell.spring.watch;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Does what a tracer's propagating handlers do: injects where it sends, extracts where it gets. */
final class StubTracer implements ObservationHandler<Observation.Context> {
  static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String NAME = "traceparent";

  private final List<String> parents = new CopyOnWriteArrayList<>();
  private final List<String> values = new CopyOnWriteArrayList<>();

  /** The traces that receivers found themselves in. */
  List<String> parents() {
    return parents;
  }

  /** What stands in each span. */
  List<String> values() {
    return values;
  }

  @Override
  public void onStop(Observation.Context context) {
    values.add(context.getAllKeyValues().toString());
  }

  @Override
  public void onStart(Observation.Context context) {
    if (context instanceof SenderContext<?> sender) {
      inject(sender);
    } else if (context instanceof ReceiverContext<?> receiver) {
      extract(receiver);
    }
  }

  private static <C> void inject(SenderContext<C> sender) {
    sender.getSetter().set(sender.getCarrier(), NAME, PARENT);
  }

  private <C> void extract(ReceiverContext<C> receiver) {
    String parent = receiver.getGetter().get(receiver.getCarrier(), NAME);
    parents.add(parent == null ? "none" : parent);
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof SenderContext<?> || context instanceof ReceiverContext<?>;
  }
}
