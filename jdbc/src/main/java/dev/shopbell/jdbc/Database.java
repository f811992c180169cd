package dev.shopbell.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One database with the tables of one prefix: runs work in transactions. */
final class Database {
  private static final int MOST_TRIES = 8;
  private static final long LONGEST_PAUSE_NANOS = 20_000_000;

  private static final ThreadLocal<@Nullable Lent> LENT = new ThreadLocal<>();

  private final DataSource source;
  private final Dialect dialect;
  private final String prefix;
  private final Optional<Clock> clock;
  private final Semaphore writers;

  /** A connection of the caller's, to read on in that database. */
  private record Lent(Database database, Connection connection) {}

  /** What is done with a connection. */
  interface Task<T> {
    T run(Connection connection) throws SQLException;
  }

  /**
   * A database.
   *
   * @param clock a test's time; empty for the database's own
   */
  Database(DataSource source, Dialect dialect, String prefix, Optional<Clock> clock) {
    this.source = source;
    this.dialect = dialect;
    this.prefix = prefix;
    this.clock = clock;
    this.writers = new Semaphore(dialect.writers());
  }

  DataSource source() {
    return source;
  }

  Dialect dialect() {
    return dialect;
  }

  /** A statement whose tables are written as {@code ~queue}, and the time as {@code ~now}. */
  String sql(String text) {
    return text.replace("~now", now()).replace("~", prefix);
  }

  private String now() {
    return clock.map(time -> Long.toString(time.millis())).orElseGet(dialect::now);
  }

  /** Runs a statement for each row of values; for each whether it touched a row of the table. */
  boolean[] run(Connection connection, Bulk bulk, List<Object[]> rows) throws SQLException {
    return dialect.run(connection, this, bulk, rows);
  }

  /** Runs work in one transaction, again where a deadlock was broken by chance. */
  <T> T transact(String what, Task<T> task) {
    return transact(what, dialect::begin, task);
  }

  /** Stores in a transaction, or in one statement that is one. */
  <T> T store(String what, Task<T> task) {
    return tryAgain(what, MOST_TRIES, storing(task));
  }

  /** As {@link #store}, but what another was quicker at is not tried again. */
  <T> T storeOnce(String what, Task<T> task) {
    return tryAgain(what, 1, storing(task));
  }

  private <T> Try<T> storing(Task<T> task) {
    return () -> dialect.storesAtOnce() ? alone(task) : once(dialect::begin, task);
  }

  private <T> T alone(Task<T> task) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(true);
      return task.run(connection);
    }
  }

  /** A pool refuses an interrupted thread, and H2 closes its file on one: it is told afterwards. */
  private static <T> T uninterrupted(Try<T> work) throws SQLException {
    boolean interrupted = Thread.interrupted();
    try {
      return work.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** As {@link #transact}, for work whose loss in a crash of the database is no loss. */
  <T> T transactLosable(String what, Task<T> task) {
    return transact(what, dialect::beginLosable, task);
  }

  private interface Begin {
    void on(Connection connection) throws SQLException;
  }

  private interface Try<T> {
    T run() throws SQLException;
  }

  private <T> T transact(String what, Begin begin, Task<T> task) {
    return tryAgain(what, MOST_TRIES, () -> once(begin, task));
  }

  private <T> T tryAgain(String what, int most, Try<T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return uninterrupted(work);
      } catch (SQLException e) {
        if (tries == most || !dialect.mayTryAgain(e)) {
          throw OutboxException.of(what, e);
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
      }
    }
  }

  private <T> T once(Begin begin, Task<T> task) throws SQLException {
    writers.acquireUninterruptibly();
    try {
      return onOwnConnection(begin, task);
    } finally {
      writers.release();
    }
  }

  private <T> T onOwnConnection(Begin begin, Task<T> task) throws SQLException {
    try (Connection connection = source.getConnection()) {
      begin.on(connection);
      boolean done = false;
      try {
        T result = task.run(connection);
        dialect.commit(connection);
        done = true;
        return result;
      } finally {
        if (!done) {
          rollback(connection);
        }
      }
    }
  }

  /** What made it necessary is what the caller is to hear of. */
  private void rollback(Connection connection) {
    try {
      dialect.rollback(connection);
    } catch (SQLException e) {
      // The connection is broken, and the database rolls back by itself.
    }
  }

  /** Has whatever this thread reads meanwhile read on a connection of the caller's. */
  <T> T readingOn(Connection connection, Supplier<T> work) {
    Lent before = LENT.get();
    LENT.set(new Lent(this, connection));
    try {
      return work.get();
    } finally {
      LENT.set(before);
    }
  }

  private <T> T onConnection(Task<T> task) throws SQLException {
    Lent lent = LENT.get();
    if (lent != null && lent.database() == this) {
      return task.run(lent.connection());
    }
    try (Connection connection = source.getConnection()) {
      return task.run(connection);
    }
  }

  /** Reads, without a transaction, or in that of {@link #readingOn}. */
  <T> T read(String what, Task<T> task) {
    try {
      return uninterrupted(() -> onConnection(task));
    } catch (SQLException e) {
      throw OutboxException.of(what, e);
    }
  }
}
