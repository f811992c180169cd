package dev.shopbell.testkit;

import dev.shopbell.domain.DomainRegistry;
import dev.shopbell.domain.InMemoryDomainRegistry;

class InMemoryDomainRegistryContractTest extends DomainRegistryContract {
  @Override
  protected DomainRegistry open() {
    return new InMemoryDomainRegistry();
  }
}
