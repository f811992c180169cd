package dev.shopbell.testkit;

import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.delivery.InMemoryDeliveryStore;

class InMemoryDeliveryStoreContractTest extends DeliveryStoreContract {
  @Override
  protected DeliveryStore open(SettableClock clock) {
    return new InMemoryDeliveryStore(10_000);
  }
}
