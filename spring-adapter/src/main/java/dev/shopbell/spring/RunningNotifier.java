package dev.shopbell.spring;

import dev.shopbell.Notifier;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * A notifier and the patience to close it with. A bean of its own that owns the notifier, so that
 * the context closes whatever uses the notifier before it.
 *
 * @param notifier the notifier
 * @param patience how long closing waits for attempts under way
 */
record RunningNotifier(Notifier notifier, Duration patience) implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(RunningNotifier.class);

  /** Makes the notifier, which is then at work. */
  static RunningNotifier start(NotifierAssembly assembly, Duration patience) {
    return new RunningNotifier(assembly.build(), patience);
  }

  /** Closes it, and logs how many were not delivered by state, and nothing more of them. */
  @Override
  public void destroy() {
    List<Delivery> left = notifier.close(patience);
    if (!left.isEmpty()) {
      Map<DeliveryState, Long> states =
          left.stream()
              .collect(Collectors.groupingBy(Delivery::state, TreeMap::new, Collectors.counting()));
      log.warn("closed with {} deliveries that were not delivered: {}", left.size(), states);
    }
  }
}
