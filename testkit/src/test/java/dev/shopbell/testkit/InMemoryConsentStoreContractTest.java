package dev.shopbell.testkit;

import dev.shopbell.consent.ConsentStore;
import dev.shopbell.consent.InMemoryConsentStore;

class InMemoryConsentStoreContractTest extends ConsentStoreContract {
  @Override
  protected ConsentStore open() {
    return new InMemoryConsentStore();
  }
}
