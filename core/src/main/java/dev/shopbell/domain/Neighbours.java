package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.dns.DnsName;
import dev.shopbell.store.StoreId;
import java.util.List;
import java.util.Optional;

/** What other stores have claimed on a domain and above it. */
final class Neighbours {
  private final DomainRegistry registry;

  Neighbours(DomainRegistry registry) {
    this.registry = registry;
  }

  /** True when another store has claimed that very domain. */
  boolean share(StoreId store, DomainName domain) {
    return registry.claims(domain).stream().anyMatch(claim -> !claim.store().equals(store));
  }

  /** The nearest domain above that another store has claimed, and this one has not verified. */
  Optional<DomainName> above(StoreId store, DomainName domain) {
    return above(domain).stream()
        .filter(zone -> share(store, zone) && !hasVerified(store, zone))
        .findFirst();
  }

  private boolean hasVerified(StoreId store, DomainName domain) {
    return registry.find(store, domain).filter(DomainClaim::isVerified).isPresent();
  }

  private static List<DomainName> above(DomainName domain) {
    return DnsName.of(domain).parent().upwards().stream()
        .filter(name -> name.labels().size() > 1)
        .map(name -> DomainName.of(name.value()))
        .toList();
  }

  /** A subdomain that no other store has. */
  DomainName proposal(StoreId store, DomainName domain) {
    DomainName free = DomainName.of("shop." + domain);
    for (int number = 2; share(store, free); number++) {
      free = DomainName.of("shop" + number + "." + domain);
    }
    return free;
  }
}
