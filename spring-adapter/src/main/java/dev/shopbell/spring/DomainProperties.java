package dev.shopbell.spring;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * The properties below {@code shopbell.domains.watch}.
 *
 * @param enabled Whether stores' domains are looked at again on their schedule where there is a
 *     Domains bean; true unless set.
 * @param every How long to wait between two looks at which domains are due, 1 second to an hour; 10
 *     seconds unless set. A plain number is seconds.
 */
@ConfigurationProperties("shopbell.domains.watch")
record DomainProperties(
    @Nullable Boolean enabled,
    @DurationUnit(ChronoUnit.SECONDS) @DefaultValue("10s") Duration every) {
  private static final Duration LONGEST = Duration.ofHours(1);

  /** The wait, when it can be used. */
  Duration checkedEvery() {
    return Property.within("shopbell.domains.watch.every", every, LONGEST);
  }
}
