package dev.shopbell.suppression;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps the lists in memory, without a bound: what a process knew is lost when it ends. */
public final class InMemorySuppressionStore implements SuppressionStore {
  private final Map<Key, SuppressedAddress> entries = new LinkedHashMap<>();
  private final Map<Key, Map<String, Instant>> softBounces = new HashMap<>();

  private record Key(StoreId store, EmailAddress address) {}

  /** Empty lists. */
  public InMemorySuppressionStore() {}

  @Override
  public synchronized Optional<SuppressedAddress> find(StoreId store, EmailAddress address) {
    return Optional.ofNullable(entries.get(new Key(store, address)));
  }

  @Override
  public synchronized void put(SuppressedAddress entry) {
    entries.put(new Key(entry.store(), entry.address()), entry);
  }

  @Override
  public synchronized int softBounce(
      StoreId store, EmailAddress address, String cause, Instant at, Instant since) {
    Map<String, Instant> times =
        softBounces.computeIfAbsent(new Key(store, address), key -> new HashMap<>());
    times.putIfAbsent(cause, at);
    times.values().removeIf(time -> time.isBefore(since));
    return times.size();
  }

  @Override
  public synchronized void forgetSoftBounces(StoreId store, EmailAddress address) {
    softBounces.remove(new Key(store, address));
  }

  @Override
  public synchronized Stream<SuppressedAddress> list(StoreId store) {
    List<SuppressedAddress> all =
        entries.values().stream().filter(entry -> entry.store().equals(store)).toList();
    return all.stream();
  }
}
