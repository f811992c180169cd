package dev.shopbell.address;

import java.util.Collection;
import java.util.Set;

/**
 * Tells the domains on which anybody can have a mailbox (126.com, gmail.com), so that none of them
 * can be a shop's own domain. The stock list is data and carries its version; a platform adds to
 * it, takes from it, or answers from a list of its own. Called by many threads, at the moment of
 * sending.
 */
@FunctionalInterface
public interface MailboxProviders {
  /**
   * True when anybody can have a mailbox on the domain. Only the domain itself counts, not one
   * below it. An exception means "could not ask": what was to be sent stays and is tried again.
   */
  boolean include(DomainName domain);

  /** The list that comes with this library. Immutable. */
  static MailboxProviders stock() {
    return StockProviders.LIST;
  }

  /** These and more domains, for the providers of a platform's own country. */
  default MailboxProviders with(Collection<DomainName> more) {
    Set<DomainName> added = Set.copyOf(more);
    return domain -> added.contains(domain) || include(domain);
  }

  /** These without some domains, for one that has come to be somebody's own. */
  default MailboxProviders without(Collection<DomainName> fewer) {
    Set<DomainName> taken = Set.copyOf(fewer);
    return domain -> !taken.contains(domain) && include(domain);
  }
}
