package dev.shopbell.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

class H2StoresTest extends StoresOnOneDatabase {
  @TempDir Path folder;

  @Override
  JdbcOutboxBuilder tables() {
    return sameTables();
  }

  @Override
  JdbcOutboxBuilder sameTables() {
    HikariDataSource pool = Pools.of(Places.h2(folder), "sa", "");
    return JdbcOutbox.in(pool).closing(pool);
  }

  @Override
  Connection connection() throws SQLException {
    return Places.connect(Places.h2(folder));
  }
}
