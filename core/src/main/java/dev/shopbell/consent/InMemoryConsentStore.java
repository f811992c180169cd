package dev.shopbell.consent;

import dev.shopbell.store.StoreId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps consents in memory, without a bound: what a process knew is lost when it ends. */
public final class InMemoryConsentStore implements ConsentStore {
  private final Map<String, List<Consent>> said = new HashMap<>();

  /** Nobody has said anything. */
  public InMemoryConsentStore() {}

  @Override
  public synchronized List<Consent> find(StoreId store, String recipient) {
    return of(recipient).stream().filter(consent -> consent.store().equals(store)).toList();
  }

  @Override
  public synchronized void put(Consent consent) {
    List<Consent> kept = new ArrayList<>(of(consent.recipient()));
    kept.removeIf(before -> isReplaced(before, consent));
    kept.add(consent);
    said.put(consent.recipient(), kept);
  }

  private static boolean isReplaced(Consent before, Consent consent) {
    return before.store().equals(consent.store())
        && before.purpose() == consent.purpose()
        && (consent.channel().isEmpty() || before.channel().equals(consent.channel()));
  }

  @Override
  public synchronized void forget(String recipient) {
    List<Consent> kept =
        of(recipient).stream()
            .filter(consent -> !consent.granted())
            .map(Consent::withoutSource)
            .toList();
    if (kept.isEmpty()) {
      said.remove(recipient);
    } else {
      said.put(recipient, kept);
    }
  }

  private List<Consent> of(String recipient) {
    return said.getOrDefault(recipient, List.of());
  }
}
