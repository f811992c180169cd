package dev.shopbell.jdbc;

import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.testkit.DeliveryStoreContract;
import dev.shopbell.testkit.SettableClock;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;

class PostgresOutboxTest extends DeliveryStoreContract {
  @AutoClose private static SharedDatabase database;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = new SharedDatabase(Places.postgres());
  }

  @Override
  protected DeliveryStore open(SettableClock clock) {
    return database.newTables().makeTables().clock(clock).databaseClock(clock).build();
  }
}
