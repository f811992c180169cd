package dev.shopbell.jdbc;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Set;

/** What to do about what a database says, by its SQL state and code. */
enum Remedy {
  AWAY(
      "the database cannot be reached: check that it runs, its address and the network;"
          + " what was not begun goes on when it is back",
      "08|57P"),
  LOGIN("the database refuses the login: check user, password and rights", "28|42501"),
  FULL("the database is full: give it room, and do it again", "53|54"),
  CONFLICT("another transaction was quicker: roll back and do it again", "40|HYT00|55P03|23505"),
  TRANSACTION(
      "the transaction has failed before, or may only read: roll back, and use one that writes",
      "25"),
  TABLES(
      "a table or column is not there, or may not be used: check the prefix, and that the tables"
          + " are those of JdbcOutboxBuilder.schema()",
      "42"),
  NO_CONNECTION(
      "the pool had no connection free in time: give it more, and see who holds them; or the"
          + " database cannot be reached",
      "(?!)"),
  READ_ONLY("the file may only be read: give the process the right to write it", "(?!)"),
  OTHER("see what the database's own log says of it", "");

  private static final int SQLITE_BUSY = 5;
  private static final int SQLITE_LOCKED = 6;
  private static final int SQLITE_READONLY = 8;
  private static final int SQLITE_FULL = 13;
  private static final int SQLITE_CANTOPEN = 14;

  /** MariaDB's "table is full" and "disk is full"; H2's "no disk space available". */
  private static final Set<Integer> NO_ROOM = Set.of(1114, 1021, 90100);

  /** H2's "connection is broken", "database is closed" and "locked by another process". */
  private static final Set<Integer> GONE = Set.of(90067, 90098, 90121, 90020);

  /**
   * MariaDB's "lock wait timeout", "record has changed" and "duplicate entry", H2's "concurrent
   * update".
   */
  private static final Set<Integer> BEATEN = Set.of(1205, 1020, 1062, 90131);

  private final String words;
  private final String states;

  /** The states are those that begin with one of these. */
  Remedy(String words, String states) {
    this.words = words;
    this.states = states;
  }

  static Remedy of(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.isEmpty() && e instanceof SQLTransientConnectionException) {
      return NO_CONNECTION;
    }
    return state.isEmpty() ? ofSqlite(e.getErrorCode() & 0xFF) : of(state, e);
  }

  /** Whether there was no database to ask, so that to ask it again at once helps nobody. */
  boolean isAway() {
    return this == AWAY || this == NO_CONNECTION;
  }

  /** What is found to have changed meanwhile, so that all is done again. */
  static SQLException beaten() {
    return new SQLException("changed meanwhile", "40001");
  }

  /** What to do, in words. */
  String words() {
    return words;
  }

  /** Whether the same may succeed when it is done again. */
  boolean isConflict() {
    return this == CONFLICT;
  }

  private static Remedy of(String state, SQLException e) {
    if (NO_ROOM.contains(e.getErrorCode())) {
      return FULL;
    }
    if (GONE.contains(e.getErrorCode())) {
      return AWAY;
    }
    if (BEATEN.contains(e.getErrorCode())) {
      return CONFLICT;
    }
    return Arrays.stream(values())
        .filter(remedy -> state.matches("(" + remedy.states + ").*"))
        .findFirst()
        .orElse(OTHER);
  }

  /** SQLite has codes alone. */
  private static Remedy ofSqlite(int code) {
    return switch (code) {
      case SQLITE_FULL -> FULL;
      case SQLITE_BUSY, SQLITE_LOCKED -> CONFLICT;
      case SQLITE_CANTOPEN -> AWAY;
      case SQLITE_READONLY -> READ_ONLY;
      default -> OTHER;
    };
  }
}
