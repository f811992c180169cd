package dev.shopbell.dkim;

import dev.shopbell.address.DomainName;
import dev.shopbell.store.StoreId;
import java.util.List;

/**
 * Where the platform keeps its private keys. It is asked for each letter, by many threads; what it
 * gives is used at once and not kept. An exception means that it could not be asked, and the letter
 * waits.
 */
@FunctionalInterface
public interface DkimKeys {
  /** No domain has a key: letters go out unsigned, and a relay may sign them. */
  DkimKeys NONE = (store, domain) -> List.of();

  /**
   * The keys that sign for a domain now, each as good as the others: RSA, and Ed25519 beside it
   * where that has a selector of its own. Empty when there is none.
   *
   * @param store whose letter it is; the platform's own domain signs for all
   * @param domain what {@code d=} will say
   */
  List<DkimKey> find(StoreId store, DomainName domain);

  /** Keys for one domain, whichever store's letter it is: the platform's own. */
  static DkimKeys of(DomainName domain, DkimKey... keys) {
    List<DkimKey> all = List.of(keys);
    return (store, asked) -> asked.equals(domain) ? all : List.of();
  }
}
