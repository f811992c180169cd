package dev.shopbell.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** SQLite: one writer at a time, so that a transaction takes the write lock when it begins. */
final class Sqlite extends Dialect {
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int MOST_TRIES = 100;
  private static final long PAUSE_NANOS = 20_000_000;

  @Override
  Map<String, String> types() {
    return Map.of(
        "id", "TEXT",
        "name", "TEXT",
        "ref", "TEXT",
        "word", "TEXT",
        "text", "TEXT",
        "int", "INTEGER",
        "long", "INTEGER",
        "bytes", "BLOB",
        "table", "",
        "hot", " WITHOUT ROWID");
  }

  @Override
  String now() {
    return "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)";
  }

  @Override
  String lockFree() {
    return "";
  }

  @Override
  String lock() {
    return "";
  }

  @Override
  String insertNew(String table, List<String> columns) {
    return "INSERT OR IGNORE INTO " + table + values(columns);
  }

  /** One writes at a time in any case. */
  @Override
  boolean storesTogether() {
    return true;
  }

  /** A driver that does not commit by itself would begin a transaction of its own. */
  @Override
  void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    run(connection, "PRAGMA synchronous = FULL");
    run(connection, "BEGIN IMMEDIATE");
  }

  /** On the disk with the next transaction; until then a loss of power may lose it. */
  @Override
  void beginLosable(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    run(connection, "PRAGMA synchronous = NORMAL");
    run(connection, "BEGIN IMMEDIATE");
  }

  @Override
  void commit(Connection connection) throws SQLException {
    run(connection, "COMMIT");
  }

  @Override
  void rollback(Connection connection) throws SQLException {
    run(connection, "ROLLBACK");
  }

  @Override
  boolean mayTryAgain(SQLException e) {
    int code = e.getErrorCode() & 0xFF;
    return code == BUSY || code == LOCKED;
  }

  @Override
  void open(Connection connection) throws SQLException {
    run(connection, "PRAGMA busy_timeout = 10000");
    toWal(connection);
    run(connection, "PRAGMA synchronous = FULL");
    run(connection, "PRAGMA cache_size = -65536");
    run(connection, "PRAGMA wal_autocheckpoint = 8192");
  }

  /** Others who open a new file at the same moment are in the way, for which SQLite never waits. */
  private void toWal(Connection connection) throws SQLException {
    for (int tries = 1; ; tries++) {
      try {
        run(connection, "PRAGMA journal_mode = WAL");
        return;
      } catch (SQLException e) {
        if (tries == MOST_TRIES || !mayTryAgain(e)) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }
}
