package dev.shopbell.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** One database for a class of tests, in which each test has tables of its own by their prefix. */
final class SharedDatabase implements AutoCloseable {
  private final HikariDataSource pool;
  private int tests;

  SharedDatabase(String url) {
    this.pool = Pools.of(url, Places.user(url), "");
  }

  /** Tables that no test has had. */
  JdbcOutboxBuilder newTables() {
    tests++;
    return sameTables();
  }

  /** The tables that were given last. */
  JdbcOutboxBuilder sameTables() {
    return JdbcOutbox.in(pool).prefix(prefix());
  }

  /** What the names of the tables that were given last begin with. */
  String prefix() {
    return "t" + tests + "_";
  }

  Connection connection() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void close() {
    pool.close();
  }
}
