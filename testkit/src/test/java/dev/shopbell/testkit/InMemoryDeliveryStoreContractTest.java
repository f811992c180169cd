package dev.shopbell.testkit;

import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.delivery.InMemoryDeliveryStore;
import org.junit.jupiter.api.Tag;

@Tag("delivery-02")
@Tag("delivery-05")
@Tag("delivery-06")
@Tag("delivery-07")
@Tag("delivery-08")
class InMemoryDeliveryStoreContractTest extends DeliveryStoreContract {
  @Override
  protected DeliveryStore open(SettableClock clock) {
    return new InMemoryDeliveryStore(10_000);
  }
}
