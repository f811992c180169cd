package dev.shopbell.spring.watch;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The notifier's health, for Boot 4. */
final class Boot4Health implements HealthIndicator {
  private final NotifierHealth notifier;

  Boot4Health(NotifierHealth notifier) {
    this.notifier = notifier;
  }

  @Override
  public Health health() {
    HealthReport report = notifier.report();
    return Health.status(report.status()).withDetails(report.details()).build();
  }
}
