package dev.shopbell.dns;

import java.util.Objects;

/**
 * One question.
 *
 * @param server whom it goes to
 * @param name what it is about
 * @param type the kind of record
 */
public record DnsQuestion(DnsServer server, DnsName name, RecordType type) {
  public DnsQuestion {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }
}
