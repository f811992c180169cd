package dev.shopbell.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoresTest extends StoresOnOneDatabase {
  @TempDir Path folder;

  @Override
  JdbcOutboxBuilder tables() {
    return sameTables();
  }

  @Override
  JdbcOutboxBuilder sameTables() {
    return JdbcOutbox.sqlite(folder.resolve("outbox.db"));
  }

  @Override
  Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox.db"));
  }
}
