package dev.shopbell.jdbc;

import java.nio.file.Path;
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
}
