package dev.shopbell.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.testkit.DeliveryStoreContract;
import dev.shopbell.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Run by {@code mvn verify -Pmariadb} where MariaDB's server is installed. */
@Tag("mariadb")
class MariaDbOutboxTest extends DeliveryStoreContract {
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
  protected DeliveryStore open(SettableClock clock) {
    return JdbcOutbox.in(pool)
        .prefix("t" + ++tests + "_")
        .makeTables()
        .clock(clock)
        .databaseClock(clock)
        .build();
  }
}
