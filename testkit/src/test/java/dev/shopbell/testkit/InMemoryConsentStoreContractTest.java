package dev.shopbell.testkit;

import dev.shopbell.consent.ConsentStore;
import dev.shopbell.consent.InMemoryConsentStore;
import org.junit.jupiter.api.Tag;

@Tag("channel-09")
class InMemoryConsentStoreContractTest extends ConsentStoreContract {
  @Override
  protected ConsentStore open() {
    return new InMemoryConsentStore();
  }
}
