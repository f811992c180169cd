package dev.shopbell.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.testkit.DeliveryStoreContract;
import dev.shopbell.testkit.SettableClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresOutboxTest extends DeliveryStoreContract {
  private static EmbeddedPostgres server;
  private static HikariDataSource pool;
  private static int tests;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.builder().start();
    pool = Pools.of(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
  }

  @AfterAll
  static void stop() throws IOException {
    pool.close();
    server.close();
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
