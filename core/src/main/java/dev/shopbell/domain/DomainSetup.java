package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.DnsHost;
import dev.shopbell.diagnosis.DnsZone;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.dns.DnsName;
import dev.shopbell.store.StoreId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a store is to publish for its mailbox's domain. The same each time for the same store and
 * domain, as soon as {@link Domains} has claimed it.
 *
 * @param store whose it is
 * @param mailbox the mailbox that it is for
 * @param basis what the records are made from
 * @param records what to publish; each with its full name
 * @param zone the DNS zone to publish it in, and who hosts that
 * @param sharing what to know of other stores on this domain; empty when there are none
 */
public record DomainSetup(
    StoreId store,
    EmailAddress mailbox,
    DomainClaim.Basis basis,
    List<ExpectedRecord> records,
    DnsZone zone,
    Optional<Sharing> sharing)
    implements SetupResult {
  /**
   * Another store has this domain, or one above it.
   *
   * @param domain what the other store has
   * @param proposal a subdomain that no other store has; the domain itself where it is one
   * @param proofNeeded whether one of the records is a TXT record that proves that the other
   *     store's domain is this store's too
   */
  public record Sharing(DomainName domain, DomainName proposal, boolean proofNeeded) {
    public Sharing {
      Objects.requireNonNull(domain, "domain");
      Objects.requireNonNull(proposal, "proposal");
    }

    /** What that means, in a merchant's words. */
    public String text(Locale locale) {
      return SetupRefusal.TEXTS.text(locale, proofNeeded ? "PROOF" : "SHARED", domain, proposal);
    }
  }

  public DomainSetup {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(mailbox, "mailbox");
    Objects.requireNonNull(basis, "basis");
    records = List.copyOf(records);
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(sharing, "sharing");
  }

  /** The domain that is set up. */
  public DomainName domain() {
    return mailbox.domain();
  }

  /**
   * A record's name as most DNS hosts want it: relative to the zone; in full where it stands in
   * another zone.
   */
  public String host(ExpectedRecord record) {
    DnsName apex = zone.apex().isRoot() ? DnsName.of(domain()) : zone.apex();
    String name = record.name().value();
    return record.name().isWithin(apex) && !record.name().equals(apex)
        ? name.substring(0, name.length() - apex.value().length() - 1)
        : name;
  }

  /** How to publish a record at the store's DNS host, a step an entry. */
  public List<String> steps(ExpectedRecord record, Locale locale) {
    return zone.host()
        .orElse(DnsHost.GENERIC)
        .steps(locale, record.type(), host(record), record.value());
  }
}
