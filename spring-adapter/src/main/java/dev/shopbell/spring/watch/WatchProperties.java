package dev.shopbell.spring.watch;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * The properties below {@code shopbell.health}.
 *
 * @param lateAfter How long something may be due and not be attempted before the notifier counts as
 *     degraded, a second or more; 10 minutes unless set. A plain number is seconds.
 */
@ConfigurationProperties("shopbell.health")
record WatchProperties(@DurationUnit(ChronoUnit.SECONDS) @DefaultValue("10m") Duration lateAfter) {
  WatchProperties {
    if (lateAfter.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "shopbell.health.late-after is " + lateAfter + ": give PT1S or more");
    }
  }
}
