package dev.shopbell.spring;

import dev.shopbell.domain.DomainWatch;
import dev.shopbell.domain.Domains;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Looks at stores' domains again on their schedule, as long as the notifier's workers work. */
final class WatchedDomains implements SmartLifecycle {
  private final List<Domains> domains;
  private final Duration every;
  private List<DomainWatch> watches = List.of();
  private boolean running;

  /**
   * Domains that are not watched yet.
   *
   * @param every the time between two looks at what is due
   */
  WatchedDomains(List<Domains> domains, Duration every) {
    this.domains = domains;
    this.every = every;
  }

  @Override
  public synchronized void start() {
    if (!running) {
      watches = domains.stream().map(each -> DomainWatch.start(each, every)).toList();
      running = true;
    }
  }

  @Override
  public synchronized void stop() {
    watches.forEach(DomainWatch::close);
    watches = List.of();
    running = false;
  }

  @Override
  public synchronized boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return RunningNotifier.PHASE;
  }
}
