package dev.shopbell.diagnosis;

import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsServer;
import java.net.InetAddress;
import java.util.List;

/**
 * The zone that a name lies in, and who serves it.
 *
 * @param apex its name; the root when none was found
 * @param servers the servers it is delegated to; empty when nobody says
 * @param reachable whether the recursive resolver finds the zone
 */
record Zone(DnsName apex, List<NameServer> servers, boolean reachable) {
  /** More servers than that tell nothing new. */
  private static final int MOST_SERVERS = 8;

  /** Nobody says. */
  static final Zone UNKNOWN = new Zone(DnsName.ROOT, List.of(), false);

  Zone {
    servers = List.copyOf(servers);
  }

  /**
   * One of a zone's servers.
   *
   * @param host its name
   * @param addresses where it is; empty when its name leads nowhere
   */
  record NameServer(DnsName host, List<InetAddress> addresses) {
    NameServer {
      addresses = List.copyOf(addresses);
    }
  }

  /** Each server to ask. */
  List<DnsServer> asked() {
    return servers.stream()
        .flatMap(server -> server.addresses().stream())
        .distinct()
        .limit(MOST_SERVERS)
        .map(DnsServer::authoritative)
        .toList();
  }

  /** The names of the servers at that address, for people. */
  String host(DnsServer server) {
    return servers.stream()
        .filter(one -> one.addresses().contains(server.address().orElseThrow()))
        .map(one -> one.host().value())
        .findFirst()
        .orElse("");
  }

  List<String> hosts() {
    return servers.stream().map(server -> server.host().value()).sorted().toList();
  }
}
