package dev.shopbell.jdbc;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Run by {@code mvn verify -Pmariadb} where MariaDB's server is installed. */
@Tag("mariadb")
class MariaDbStoresTest extends StoresOnOneServer {
  @AutoClose private static SharedDatabase database;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    database = new SharedDatabase(Places.mariaDb());
  }

  @Override
  SharedDatabase database() {
    return database;
  }
}
