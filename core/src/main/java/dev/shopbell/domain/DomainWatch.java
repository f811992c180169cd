package dev.shopbell.domain;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the domains that are due every few seconds, in one thread of its own, until closed. */
public final class DomainWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DomainWatch.class);

  /** So few that also with silent servers each comes to its end in time. */
  private static final int AT_ONCE = 100;

  private final Semaphore places = new Semaphore(AT_ONCE);
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
      while (begin() && !thread.isShutdown()) {
        // There may be more that is due.
      }
    } catch (RuntimeException e) {
      log.warn("domains could not be looked at, and will be again: {}", e.getClass().getName());
    }
  }

  /** Begins as many as there are places free; true when there may be more. */
  private boolean begin() {
    places.acquireUninterruptibly();
    int free = 1 + places.drainPermits();
    if (thread.isShutdown()) {
      return false;
    }
    int begun = 0;
    try {
      var looks = domains.begin(free);
      begun = looks.size();
      for (CompletionStage<DomainClaim> look : looks) {
        look.whenComplete((claim, failed) -> places.release());
      }
    } finally {
      places.release(free - begun);
    }
    return begun == free;
  }

  /**
   * Ends it; looks under way are finished by themselves. The thread is never interrupted: some
   * databases close their file then. Where it waits for a place, one is given to it.
   */
  @Override
  public void close() {
    thread.shutdown();
    places.release();
  }
}
