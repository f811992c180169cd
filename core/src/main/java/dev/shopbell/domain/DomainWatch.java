package dev.shopbell.domain;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the domains that are due every few seconds, in one thread of its own, until closed. */
public final class DomainWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DomainWatch.class);
  private static final int AT_ONCE = 500;

  private final Domains domains;
  private final ScheduledExecutorService thread;

  private DomainWatch(Domains domains) {
    this.domains = domains;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread one = new Thread(task, "shopbell-domains");
              one.setDaemon(true);
              return one;
            });
  }

  /**
   * Begins to watch.
   *
   * @param every the time between two looks at what is due; some seconds
   * @throws IllegalArgumentException when that is less than a millisecond
   */
  public static DomainWatch start(Domains domains, Duration every) {
    if (every.toMillis() < 1) {
      throw new IllegalArgumentException(
          "domains are watched every " + every + ": give some seconds");
    }
    DomainWatch watch = new DomainWatch(Objects.requireNonNull(domains, "domains"));
    var unused =
        watch.thread.scheduleWithFixedDelay(
            watch::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  private void look() {
    try {
      boolean more = true;
      while (more && !thread.isShutdown()) {
        more = domains.lookAtDue(AT_ONCE).join() == AT_ONCE;
      }
    } catch (RuntimeException e) {
      log.warn("domains could not be looked at, and will be again: {}", e.getClass().getName());
    }
  }

  /** Ends it; looks under way are finished by themselves. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
