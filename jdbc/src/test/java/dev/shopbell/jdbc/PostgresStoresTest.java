package dev.shopbell.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoresTest extends StoresOnOneDatabase {
  private static EmbeddedPostgres server;
  private static HikariDataSource pool;
  private static int tests;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.builder().start();
    pool = Pools.of(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
  }

  @AfterAll
  static void stop() throws IOException {
    pool.close();
    server.close();
  }

  @Override
  JdbcOutboxBuilder tables() {
    tests++;
    return sameTables();
  }

  @Override
  JdbcOutboxBuilder sameTables() {
    return JdbcOutbox.in(pool).prefix("t" + tests + "_");
  }

  @Override
  Connection connection() throws SQLException {
    return pool.getConnection();
  }
}
