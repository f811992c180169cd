package dev.shopbell.spring;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** How long the application gives its parts to stop. */
final class ShutdownTime {
  private static final String PROPERTY = "spring.lifecycle.timeout-per-shutdown-phase";
  private static final Duration BOOTS_OWN = Duration.ofSeconds(30);

  /** What is interrupted has 5 seconds to end. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(6);

  private ShutdownTime() {}

  /** The patience, cut so that all is over before the application goes on and closes databases. */
  static Duration within(Environment environment, Duration patience) {
    Duration time = Binder.get(environment).bind(PROPERTY, Duration.class).orElse(BOOTS_OWN);
    Duration most = time.minus(AFTERWARDS);
    Duration left = most.isNegative() ? Duration.ZERO : most;
    return patience.compareTo(left) < 0 ? patience : left;
  }
}
