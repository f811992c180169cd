package dev.shopbell.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that dispatching fails: at first, then once a minute, and when it works again. */
final class Trouble {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final long REMINDER_NANOS = Duration.ofMinutes(1).toNanos();

  private final LongSupplier nanos;
  private int failures;
  private long toldAt;

  /** Times by these nanoseconds. */
  Trouble(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** True when it was said. */
  boolean failed(Throwable failure) {
    long now = nanos.getAsLong();
    failures++;
    boolean tells = failures == 1 || now - toldAt >= REMINDER_NANOS;
    if (tells) {
      log.error(
          "dispatching failed and goes on, {} in a row: {}",
          failures,
          DeliveryStoreException.told(failure));
      toldAt = now;
    }
    return tells;
  }

  void worked() {
    if (failures > 0) {
      log.info("dispatching works again, after {} failures", failures);
      failures = 0;
    }
  }
}
