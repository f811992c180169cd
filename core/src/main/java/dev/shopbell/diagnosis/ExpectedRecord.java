package dev.shopbell.diagnosis;

import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.RecordType;
import java.util.Objects;

/**
 * A record that a merchant is to publish.
 *
 * @param name its full name
 * @param type CNAME or TXT
 * @param value a name for CNAME, the text for TXT
 */
public record ExpectedRecord(DnsName name, RecordType type, String value) {
  public ExpectedRecord {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    if (type != RecordType.CNAME && type != RecordType.TXT) {
      throw new IllegalArgumentException(
          "a record to publish is of type " + type + ": give CNAME or TXT");
    }
    if (!name.isPossible() || name.isRoot()) {
      throw new IllegalArgumentException(
          "the record's name is not one that the DNS can hold: give labels of 1 to 63 characters,"
              + " 253 in all");
    }
    value = type == RecordType.CNAME ? DnsName.of(value).value() : value;
    if (value.isBlank() || (type == RecordType.CNAME && !DnsName.of(value).isPossible())) {
      throw new IllegalArgumentException(
          "the value of record " + name + " is not one: give what is to stand there");
    }
  }

  /** A CNAME record. */
  public static ExpectedRecord cname(DnsName name, DnsName target) {
    return new ExpectedRecord(name, RecordType.CNAME, target.value());
  }

  /** A TXT record. */
  public static ExpectedRecord txt(DnsName name, String text) {
    return new ExpectedRecord(name, RecordType.TXT, text);
  }

  /** The value as a name. */
  public DnsName target() {
    return DnsName.of(value);
  }

  /** True when a DKIM key stands behind it (RFC 6376, section 3.6.2.1). */
  public boolean isDkim() {
    return name.labels().contains("_domainkey");
  }
}
