package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps claims as long as the program runs. For tests, demonstrations and small platforms. */
public final class InMemoryDomainRegistry implements DomainRegistry {
  private final Map<DomainName, Map<StoreId, DomainClaim>> claims = new ConcurrentHashMap<>();

  /** An empty registry. */
  public InMemoryDomainRegistry() {}

  @Override
  public Optional<DomainClaim> find(StoreId store, DomainName domain) {
    return Optional.ofNullable(claims.getOrDefault(domain, Map.of()).get(store));
  }

  @Override
  public List<DomainClaim> claims(DomainName domain) {
    return List.copyOf(claims.getOrDefault(domain, Map.of()).values());
  }

  @Override
  public List<DomainClaim> due(Instant now, int most) {
    return claims.values().stream()
        .flatMap(stores -> stores.values().stream())
        .filter(claim -> !claim.checks().next().isAfter(now))
        .sorted(Comparator.comparing(claim -> claim.checks().next()))
        .limit(most)
        .toList();
  }

  @Override
  public boolean save(DomainClaim claim) {
    AtomicBoolean stored = new AtomicBoolean();
    claims
        .computeIfAbsent(claim.domain(), domain -> new ConcurrentHashMap<>())
        .compute(
            claim.store(),
            (store, before) -> {
              long version = before == null ? 0 : before.version();
              stored.set(version == claim.version());
              return stored.get() ? claim.version(version + 1) : before;
            });
    return stored.get();
  }
}
