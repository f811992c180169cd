package dev.shopbell.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Run by {@code mvn verify -Pmariadb} where MariaDB's server is installed. */
@Tag("mariadb")
class MariaDbStoresTest extends StoresOnOneDatabase {
  @TempDir static Path folder;
  private static MariaDbServer server;
  private static HikariDataSource pool;
  private static int tests;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = MariaDbServer.start(folder);
    pool = Pools.of(server.url(), "root", "");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    pool.close();
    server.stop();
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
