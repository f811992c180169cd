package dev.shopbell.spring;

import dev.shopbell.jdbc.JdbcOutbox;
import dev.shopbell.jdbc.OutboxException;
import dev.shopbell.jdbc.Retention;
import dev.shopbell.jdbc.Tidied;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one batch out of the outbox of what is over and old. Several machines may do so at once.
 *
 * @param outbox from there
 * @param retention what is old, and how large a batch is
 * @param every how long to wait when there is no more to look at
 */
record TidyRound(JdbcOutbox outbox, Retention retention, Duration every)
    implements Supplier<Duration> {
  /** How long to wait at the start, and when it failed. */
  static final Duration AGAIN = Duration.ofMinutes(1);

  /** Leaves the database to the application in between. */
  static final Duration PAUSE = Duration.ofMillis(100);

  private static final Logger log = LoggerFactory.getLogger(TidyRound.class);
  private static final String PROPERTIES = "shopbell.outbox.retention";

  /**
   * As the properties say; what they leave out is as in {@link Retention#STANDARD}.
   *
   * @throws MisconfiguredException when an age or the batch is refused
   */
  static TidyRound of(JdbcOutbox outbox, OutboxProperties properties) {
    OutboxProperties.Retained set = properties.retained();
    return new TidyRound(
        outbox, Property.read(PROPERTIES, () -> retention(set)), set.checkedEvery());
  }

  private static Retention retention(OutboxProperties.Retained set) {
    Retention standard = Retention.STANDARD;
    return new Retention(
        Optional.ofNullable(set.ended()).orElse(standard.ended()),
        Optional.ofNullable(set.givenUp()).orElse(standard.givenUp()),
        Optional.ofNullable(set.names()).orElse(standard.names()),
        Optional.ofNullable(set.reports()).orElse(standard.reports()),
        Optional.ofNullable(set.batch()).orElse(standard.batch()));
  }

  /** Works, and says how long to wait for the next batch. */
  @Override
  public Duration get() {
    try {
      Tidied gone = outbox.tidy(retention);
      log.debug("taken out of the outbox: {}", gone);
      return gone.more() ? PAUSE : every;
    } catch (OutboxException e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return failed(e.getClass().getName());
    }
  }

  private static Duration failed(String problem) {
    log.warn("the outbox could not be tidied, and will be again in {}: {}", AGAIN, problem);
    return AGAIN;
  }
}
