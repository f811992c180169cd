package dev.shopbell.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
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
    HikariDataSource pool =
        Pools.of("jdbc:h2:file:" + folder.resolve("outbox") + ";WRITE_DELAY=0", "sa", "");
    return JdbcOutbox.in(pool).closing(pool);
  }

  @Override
  Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("outbox"), "sa", "");
  }
}
