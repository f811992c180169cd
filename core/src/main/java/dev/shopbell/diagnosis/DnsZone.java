package dev.shopbell.diagnosis;

import dev.shopbell.dns.DnsName;
import java.util.Objects;
import java.util.Optional;

/**
 * The zone that a name lies in, as its owner edits it.
 *
 * @param apex its name; the root when nobody could say
 * @param host who hosts it; empty when that is not known
 */
public record DnsZone(DnsName apex, Optional<DnsHost> host) {
  public DnsZone {
    Objects.requireNonNull(apex, "apex");
    Objects.requireNonNull(host, "host");
  }

  static DnsZone of(Zone zone) {
    return new DnsZone(
        zone.apex(), DnsHost.of(zone.servers().stream().map(Zone.NameServer::host).toList()));
  }
}
