package dev.shopbell.testkit;

import dev.shopbell.suppression.InMemorySuppressionStore;
import dev.shopbell.suppression.SuppressionStore;

class InMemorySuppressionStoreContractTest extends SuppressionStoreContract {
  @Override
  protected SuppressionStore open() {
    return new InMemorySuppressionStore();
  }
}
