package dev.shopbell.address;

import dev.shopbell.internal.DataLines;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The list that comes with this library, read once. */
final class StockProviders implements MailboxProviders {
  static final StockProviders LIST = new StockProviders();

  private final Set<DomainName> domains =
      DataLines.read(StockProviders.class, "mailbox-providers.txt").stream()
          .map(DomainName::of)
          .collect(Collectors.toUnmodifiableSet());

  private StockProviders() {}

  @Override
  public boolean include(DomainName domain) {
    return domains.contains(Objects.requireNonNull(domain, "domain"));
  }

  @Override
  public String toString() {
    return "MailboxProviders[stock, " + domains.size() + " domains]";
  }
}
