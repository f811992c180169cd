package dev.shopbell.spring;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

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
 *     database: refuse (an exception) unless set, or commit (it is committed by itself at once, and
 *     goes out even if that transaction rolls back).
 */
@ConfigurationProperties("shopbell.outbox")
record OutboxProperties(
    @Nullable Boolean enabled,
    @Nullable String sqlite,
    @Nullable String dataSource,
    @Nullable String prefix,
    @Nullable Tables tables,
    @Nullable ForeignTransactions foreignTransactions) {

  /** What is done about the tables at the start. */
  enum Tables {
    CHECK,
    MAKE
  }

  /** What becomes of a notice that is sent inside a transaction of another database. */
  enum ForeignTransactions {
    REFUSE,
    COMMIT
  }

  boolean isWanted() {
    return !Boolean.FALSE.equals(enabled)
        && Stream.of(enabled, sqlite, dataSource, prefix, tables, foreignTransactions)
            .anyMatch(Objects::nonNull);
  }

  boolean makesTables() {
    return tables == Tables.MAKE;
  }

  boolean commitsByItself() {
    return foreignTransactions == ForeignTransactions.COMMIT;
  }
}
