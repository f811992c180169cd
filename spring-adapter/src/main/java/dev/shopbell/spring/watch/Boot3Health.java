package dev.shopbell.spring.watch;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** The notifier's health, for Boot 3. */
final class Boot3Health implements HealthIndicator {
  private final NotifierHealth notifier;

  Boot3Health(NotifierHealth notifier) {
    this.notifier = notifier;
  }

  @Override
  public Health health() {
    HealthReport report = notifier.report();
    return Health.status(report.status()).withDetails(report.details()).build();
  }
}
