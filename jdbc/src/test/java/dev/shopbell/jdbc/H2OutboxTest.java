package dev.shopbell.jdbc;

import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.testkit.DeliveryStoreContract;
import dev.shopbell.testkit.SettableClock;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class H2OutboxTest extends DeliveryStoreContract {
  @TempDir Path folder;

  @Override
  protected DeliveryStore open(SettableClock clock) {
    return Places.open(Places.h2(folder), Optional.of(clock));
  }
}
