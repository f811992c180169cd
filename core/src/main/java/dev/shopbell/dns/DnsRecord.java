package dev.shopbell.dns;

import java.util.Objects;

/**
 * One record as a server gave it.
 *
 * @param owner where it stands
 * @param type its kind
 * @param value an address for A and AAAA, a name for CNAME, NS, MX (its exchange) and SOA (its
 *     primary server), the joined strings for TXT
 * @param ttl seconds that it may still be kept
 */
public record DnsRecord(DnsName owner, RecordType type, String value, long ttl) {
  public DnsRecord {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(value, "value");
  }

  /** The value as a name. */
  public DnsName name() {
    return DnsName.of(value);
  }
}
