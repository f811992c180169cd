package dev.shopbell.spring;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * The properties below {@code shopbell.outbox}: where deliveries are kept, so that they survive the
 * process. They need {@code shopbell-jdbc} on the class path.
 *
 * @param enabled Whether deliveries are kept in a database; true where shopbell-jdbc is on the
 *     class path and there is no DeliveryStore bean. False keeps them in memory.
 * @param sqlite A SQLite file to keep them in, for an application that runs on one machine. Needs
 *     org.xerial:sqlite-jdbc.
 * @param dataSource The name of the DataSource bean whose database keeps them; the application's
 *     only or primary DataSource unless set.
 * @param prefix What the tables' names begin with; shopbell_ unless set.
 * @param tables What is done about the tables at the start: check (they must be there) unless set,
 *     or make (they are made where there are none).
 * @param foreignTransactions What becomes of a notice that is sent inside a transaction of another
 *     database, or one that may only read: refuse (an exception) unless set, or commit (it is
 *     committed by itself at once, and goes out even if that transaction rolls back).
 * @param retention How long is kept what is over.
 */
@ConfigurationProperties("shopbell.outbox")
record OutboxProperties(
    @Nullable Boolean enabled,
    @Nullable String sqlite,
    @Nullable String dataSource,
    @Nullable String prefix,
    @Nullable Tables tables,
    @Nullable ForeignTransactions foreignTransactions,
    @Nullable Retained retention) {
  private static final Retained STANDARD =
      new Retained(null, null, null, null, null, null, Retained.STANDARD_EVERY);

  /**
   * How long is kept what is over; what is pending is kept whatever its age.
   *
   * @param enabled Whether what is over and old is taken out; true unless set, and false for a
   *     JdbcOutbox bean of the application's own.
   * @param ended How long deliveries are kept that were accepted, delivered, cancelled or skipped,
   *     a day or more; 90 days unless set. A plain number is days.
   * @param givenUp How long deliveries are kept that failed, expired or are unknown, and can be
   *     sent again until then; 180 days unless set. A plain number is days.
   * @param names How long callers' keys are kept; 30 days unless set. The same key is a new notice
   *     after that. A plain number is days.
   * @param reports How long receipts for nobody and soft bounces are kept, longer than
   *     SuppressionPolicy.within; 60 days unless set. A plain number is days.
   * @param batch How many rows of each kind are looked at in one go, 1 to 10000; 1000 unless set.
   * @param every How long to wait when nothing old is left, 1 second to a day; an hour unless set.
   *     A plain number is seconds.
   */
  record Retained(
      @Nullable Boolean enabled,
      @DurationUnit(ChronoUnit.DAYS) @Nullable Duration ended,
      @DurationUnit(ChronoUnit.DAYS) @Nullable Duration givenUp,
      @DurationUnit(ChronoUnit.DAYS) @Nullable Duration names,
      @DurationUnit(ChronoUnit.DAYS) @Nullable Duration reports,
      @Nullable Integer batch,
      @DurationUnit(ChronoUnit.SECONDS) @DefaultValue("1h") Duration every) {
    private static final Duration STANDARD_EVERY = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** The wait, when it can be used. */
    Duration checkedEvery() {
      return Property.within("shopbell.outbox.retention.every", every, LONGEST);
    }
  }

  /** What is done about the tables at the start. */
  enum Tables {
    CHECK,
    MAKE
  }

  /** What becomes of a notice that is sent inside a transaction that cannot be joined. */
  enum ForeignTransactions {
    REFUSE,
    COMMIT
  }

  boolean isWanted() {
    return !Boolean.FALSE.equals(enabled)
        && Stream.of(enabled, sqlite, dataSource, prefix, tables, foreignTransactions, retention)
            .anyMatch(Objects::nonNull);
  }

  Retained retained() {
    return retention == null ? STANDARD : retention;
  }

  boolean makesTables() {
    return tables == Tables.MAKE;
  }

  boolean commitsByItself() {
    return foreignTransactions == ForeignTransactions.COMMIT;
  }
}
