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
import org.springframework.context.SmartLifecycle;

/**
 * A notifier whose workers live as the application does. They begin when the context is ready, and
 * end before any bean is destroyed, behind the web server and the listeners of queues. The notifier
 * itself closes when whatever uses it has been destroyed, and before what it is made of.
 */
final class RunningNotifier implements SmartLifecycle, DisposableBean {
  /** Web servers stop in phases down to 2,048 below the last. */
  static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

  private static final Logger log = LoggerFactory.getLogger(RunningNotifier.class);

  private final Notifier notifier;
  private final Duration patience;
  private volatile boolean running;

  /**
   * A notifier that does not work yet.
   *
   * @param patience how long stopping waits for attempts under way
   */
  RunningNotifier(Notifier notifier, Duration patience) {
    this.notifier = notifier;
    this.patience = patience;
  }

  Notifier notifier() {
    return notifier;
  }

  Duration patience() {
    return patience;
  }

  @Override
  public void start() {
    notifier.start();
    running = true;
  }

  @Override
  public void stop() {
    notifier.stop(patience);
    running = false;
  }

  /** In a thread of its own, so that the context's own time-out holds. */
  @Override
  public void stop(Runnable callback) {
    Thread stopping =
        new Thread(
            () -> {
              try {
                stop();
              } finally {
                callback.run();
              }
            },
            "shopbell-stop");
    stopping.setDaemon(true);
    stopping.start();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
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
