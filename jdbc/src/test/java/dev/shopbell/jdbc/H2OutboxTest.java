package dev.shopbell.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.testkit.DeliveryStoreContract;
import dev.shopbell.testkit.SettableClock;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2OutboxTest extends DeliveryStoreContract {
  @TempDir Path folder;

  @Override
  protected DeliveryStore open(SettableClock clock) {
    HikariDataSource pool =
        Pools.of("jdbc:h2:file:" + folder.resolve("outbox") + ";WRITE_DELAY=0", "sa", "");
    return JdbcOutbox.in(pool).makeTables().clock(clock).databaseClock(clock).closing(pool).build();
  }
}
