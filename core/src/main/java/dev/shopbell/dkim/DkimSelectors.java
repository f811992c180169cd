package dev.shopbell.dkim;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.dns.DnsName;
import java.util.List;

/**
 * Two selectors that take turns: while one signs, the other's key can be changed, and its record
 * has the time to be seen everywhere.
 *
 * @param first the one that signs first
 * @param second the other
 */
public record DkimSelectors(String first, String second) {
  private static final String ZONE = "._domainkey";

  public DkimSelectors {
    DkimKey.selector(first);
    DkimKey.selector(second);
    if (first.equals(second)) {
      throw new IllegalArgumentException(
          "selector " + first + " is given twice: two are needed, so that keys can be changed");
    }
  }

  /**
   * The selectors that a store has published on a domain, as {@code DomainVerifier.records} says.
   *
   * @throws IllegalArgumentException when the records do not have two
   */
  public static DkimSelectors of(DomainName domain, List<ExpectedRecord> records) {
    DnsName zone = new DnsName("_domainkey").below(DnsName.of(domain));
    List<String> selectors =
        records.stream()
            .filter(record -> record.isDkim() && record.name().isWithin(zone))
            .map(record -> record.name().value())
            .map(name -> name.substring(0, name.indexOf(ZONE)))
            .toList();
    if (selectors.size() != 2) {
      throw new IllegalArgumentException(
          "the records of %s have %s DKIM selectors: two are needed, so that keys can be changed"
              .formatted(domain, selectors.size()));
    }
    return new DkimSelectors(selectors.get(0), selectors.get(1));
  }

  /** The other one. */
  public String after(String selector) {
    if (!selector.equals(first) && !selector.equals(second)) {
      throw new IllegalArgumentException(
          "selector %s is neither %s nor %s".formatted(selector, first, second));
    }
    return selector.equals(first) ? second : first;
  }
}
