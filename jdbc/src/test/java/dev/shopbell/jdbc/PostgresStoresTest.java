package dev.shopbell.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoresTest extends StoresOnOneServer {
  @AutoClose private static SharedDatabase database;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = new SharedDatabase(Places.postgres());
  }

  @Override
  SharedDatabase database() {
    return database;
  }
}
