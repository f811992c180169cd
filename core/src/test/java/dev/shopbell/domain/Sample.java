package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.Optional;

/** Claims for tests. */
final class Sample {
  static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
  static final StoreId TEA = new StoreId("tea");
  static final StoreId COFFEE = new StoreId("coffee");
  static final DomainName DOMAIN = DomainName.of("annstea.example");
  static final DomainClaim.Basis BASIS = new DomainClaim.Basis("k1", Optional.empty());

  private Sample() {}

  static DomainClaim pending() {
    return pending(TEA, DOMAIN);
  }

  static DomainClaim pending(StoreId store, DomainName domain) {
    return DomainClaim.begin(store, domain, BASIS, START, START.plusSeconds(30));
  }
}
