package dev.shopbell.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/** What one database does in its own way. */
abstract class Dialect {
  static final String NEXT =
      "SELECT q.store, q.due - ~now, q.due FROM ~queue q WHERE q.lane = ? AND q.store > ?"
          + " ORDER BY q.lane, q.store, q.due LIMIT 1";

  private boolean mustSetIsolation;

  /** What the schema's types are called; {@code table} and {@code hot} are options of a table. */
  abstract Map<String, String> types();

  /** Milliseconds since 1970 by the database's clock. */
  abstract String now();

  /** Behind a SELECT: locks the rows, and leaves out those that others have locked. */
  String lockFree() {
    return " FOR UPDATE SKIP LOCKED";
  }

  /** Behind a SELECT: locks the rows, and waits for those that others have locked. */
  String lock() {
    return " FOR UPDATE";
  }

  /**
   * Behind a table that is looked up by its primary key: what keeps a database from scanning it
   * instead, and so from locking rows that were not asked for.
   */
  String byKey() {
    return "";
  }

  /** Stores notices, unless their name is taken. */
  boolean store(Connection connection, Database on, Notices notices) throws SQLException {
    if (notices.name().isPresent() && !named(connection, on, notices.name().get())) {
      return false;
    }
    run(connection, on, Bulk.DELIVERY, notices.deliveries());
    run(connection, on, Bulk.QUEUE, notices.turns());
    return true;
  }

  private boolean named(Connection connection, Database on, Object[] name) throws SQLException {
    String sql = on.sql(insertNew("~name", Notices.NAME));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      Rows.set(insert, name);
      return inserted(insert);
    }
  }

  /** Whether {@link #store} is one statement, which needs no transaction around it. */
  boolean storesAtOnce() {
    return false;
  }

  /** Whether notices of several senders may be stored in one transaction. */
  boolean storesTogether() {
    return false;
  }

  /** Stores several senders' notices; of each whether its name was free. */
  List<Boolean> storeTogether(Connection connection, Database on, List<Notices> together)
      throws SQLException {
    List<Boolean> stored = new ArrayList<>();
    for (Notices notices : together) {
      stored.add(store(connection, on, notices));
    }
    return stored;
  }

  /**
   * The stores of a lane with something in the queue, behind a store and at most so many, each with
   * the first that it has; however long their queues are.
   */
  List<Head> heads(Connection connection, Database on, int lane, String after, int most)
      throws SQLException {
    List<Head> heads = new ArrayList<>();
    String store = after;
    while (heads.size() < most) {
      List<Head> next = Rows.list(connection, on.sql(NEXT), Head::read, lane, store);
      if (next.isEmpty()) {
        return heads;
      }
      heads.addAll(next);
      store = next.get(0).store();
    }
    return heads;
  }

  /**
   * Takes what is due of some stores for so long.
   *
   * @return in each store's own order
   */
  List<Taken> take(Connection connection, Database on, Taking taking) throws SQLException {
    return taking.inSteps(connection, on);
  }

  /** Puts how far deliveries have come in the place of what was known of them. */
  Bulk log() {
    return Bulk.LOG;
  }

  /** Behind a SELECT: reads what is committed now, whenever the transaction began. */
  String current() {
    return "";
  }

  /**
   * A statement of the schema as it makes a table or an index: where tables are not made as a whole
   * or not at all, it does nothing when that is there.
   */
  String making(String statement) {
    return statement;
  }

  static String unlessThere(String statement) {
    return statement.replaceFirst("^CREATE (TABLE|INDEX) ", "CREATE $1 IF NOT EXISTS ");
  }

  /** Inserts a row, unless one with its key is there. */
  abstract String insertNew(String table, List<String> columns);

  /** Whether a statement of {@link #insertNew} inserted its row. */
  boolean inserted(PreparedStatement insert) throws SQLException {
    return insert.executeUpdate() == 1;
  }

  /** Inserts rows of texts, but for those whose key is there. */
  void insertAllNew(
      Connection connection, Database on, String table, List<String> columns, List<Object[]> rows)
      throws SQLException {
    Rows.batch(connection, on.sql(insertNew(table, columns)), rows);
  }

  /**
   * Runs a statement for each row of values.
   *
   * @return for each whether it touched a row of the table
   */
  boolean[] run(Connection connection, Database on, Bulk bulk, List<Object[]> rows)
      throws SQLException {
    int[] counts = Rows.batch(connection, on.sql(bulk.one()), rows);
    boolean[] touched = new boolean[counts.length];
    for (int i = 0; i < counts.length; i++) {
      touched[i] = counts[i] == 1;
    }
    return touched;
  }

  /** A transaction whose loss is no loss: what it did is done again. */
  void beginLosable(Connection connection) throws SQLException {
    begin(connection);
  }

  /** A transaction that reads what is committed. */
  void begin(Connection connection) throws SQLException {
    if (mustSetIsolation()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }
    connection.setAutoCommit(false);
  }

  /** How many transactions of ours may be under way at a time. */
  int writers() {
    return Integer.MAX_VALUE;
  }

  boolean mustSetIsolation() {
    return mustSetIsolation;
  }

  void commit(Connection connection) throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  void rollback(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  /** True when the same work may succeed now: a deadlock was broken, a lock was waited for. */
  boolean mayTryAgain(SQLException e) {
    return Remedy.of(e).isConflict();
  }

  /**
   * What about the settings of this database, or of the pool that the connection is from, endangers
   * deliveries; empty when nothing.
   */
  List<String> dangers(Connection connection, DataSource source) throws SQLException {
    return List.of();
  }

  /** Looks at how connections are handed out; all are taken to be as this one. */
  void open(Connection connection) throws SQLException {
    mustSetIsolation =
        connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED;
  }

  /**
   * The dialect of that database.
   *
   * @throws OutboxException when it is none of those that are known, or too old
   */
  static Dialect of(Connection connection) throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    String product = data.getDatabaseProductName();
    int version = data.getDatabaseMajorVersion() * 100 + data.getDatabaseMinorVersion();
    return switch (product.toLowerCase(Locale.ROOT)) {
      case "sqlite" -> atLeast(new Sqlite(), product, version, 335, "3.35");
      case "postgresql" -> atLeast(new Postgres(), product, version, 1400, "14");
      case "mariadb" -> atLeast(MariaDb.mariadb(), product, version, 1006, "10.6");
      case "mysql" -> atLeast(MariaDb.mysql(), product, version, 800, "8.0");
      case "h2" -> atLeast(new H2(), product, version, 202, "2.2");
      default ->
          throw new OutboxException(
              product + " is not supported: use SQLite, PostgreSQL, MariaDB, MySQL or H2");
    };
  }

  private static Dialect atLeast(
      Dialect dialect, String product, int version, int least, String name) {
    if (version < least) {
      throw new OutboxException(
          "%s %d.%d is too old: use %s or later"
              .formatted(product, version / 100, version % 100, name));
    }
    return dialect;
  }

  static String values(List<String> columns) {
    return " (%s) VALUES (%s)"
        .formatted(
            String.join(", ", columns), String.join(", ", columns.stream().map(c -> "?").toList()));
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
