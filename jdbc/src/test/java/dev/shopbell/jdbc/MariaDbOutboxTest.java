package dev.shopbell.jdbc;

import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.testkit.DeliveryStoreContract;
import dev.shopbell.testkit.SettableClock;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Run by {@code mvn verify -Pmariadb} where MariaDB's server is installed. */
@Tag("mariadb")
class MariaDbOutboxTest extends DeliveryStoreContract {
  @AutoClose private static SharedDatabase database;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    database = new SharedDatabase(Places.mariaDb());
  }

  @Override
  protected DeliveryStore open(SettableClock clock) {
    return database.newTables().makeTables().clock(clock).databaseClock(clock).build();
  }
}
