package dev.shopbell.diagnosis;

import dev.shopbell.diagnosis.Zone.NameServer;
import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsAnswer.CouldNotAsk;
import dev.shopbell.dns.DnsAnswer.Delegated;
import dev.shopbell.dns.DnsAnswer.Found;
import dev.shopbell.dns.DnsAnswer.NoSuchName;
import dev.shopbell.dns.DnsAnswer.NoSuchRecord;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsRecord;
import dev.shopbell.dns.DnsServer;
import dev.shopbell.dns.RecordType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the zone of a name by walking up to its cut, and its servers. */
final class Zones {
  private static final int MOST_HOSTS = 13;
  private static final int DEEPEST = 5;

  /** The second labels below which country registries register. */
  private static final Set<String> REGISTRY_LABELS =
      Set.of(
          ("ac ad asn biz co com ed edu firm gen go gob gouv gov gv id idv ind info lg ltd me mil mod"
                  + " nat ne net nhs nic nom or org plc police pro pub res sch school tm web")
              .split(" "));

  private final Evidence evidence;

  Zones(Evidence evidence) {
    this.evidence = evidence;
  }

  /** True when nobody has registered the domain: the registry above it denies it. */
  boolean isUnregistered(DnsName domain) {
    DnsAnswer answer = evidence.ask(DnsServer.RECURSIVE, domain, RecordType.NS);
    return answer instanceof NoSuchName none
        && none.negative().zone().filter(Zones::isRegistry).isPresent();
  }

  private static boolean isRegistry(DnsName zone) {
    List<String> labels = zone.labels();
    return labels.size() < 2
        || (labels.size() == 2
            && labels.get(1).length() == 2
            && REGISTRY_LABELS.contains(labels.get(0)));
  }

  /** The zone of that name. */
  Zone of(DnsName name) {
    boolean reachable = true;
    DnsName at = name;
    while (!at.isRoot()) {
      DnsAnswer answer = evidence.ask(DnsServer.RECURSIVE, at, RecordType.NS);
      if (answer instanceof Found found && !found.at(at, RecordType.NS).isEmpty()) {
        Zone zone = new Zone(at, servers(found.at(at, RecordType.NS)), reachable);
        return reachable ? zone : descend(zone, name);
      }
      if (answer instanceof CouldNotAsk) {
        reachable = false;
        evidence.expect(DnsServer.RECURSIVE, at.upwards(), RecordType.NS);
      }
      at = above(at, answer);
    }
    return Zone.UNKNOWN;
  }

  /** The zone that denied it, or else the next name up. */
  private static DnsName above(DnsName name, DnsAnswer answer) {
    return denied(answer)
        .filter(zone -> name.isWithin(zone) && !name.equals(zone))
        .orElse(name.parent());
  }

  private static Optional<DnsName> denied(DnsAnswer answer) {
    if (answer instanceof NoSuchName none) {
      return none.negative().zone();
    }
    return answer instanceof NoSuchRecord none ? none.negative().zone() : Optional.empty();
  }

  private List<NameServer> servers(List<DnsRecord> records) {
    List<DnsName> hosts =
        records.stream().map(DnsRecord::name).distinct().limit(MOST_HOSTS).toList();
    evidence.expect(DnsServer.RECURSIVE, hosts, RecordType.A);
    return evidence.each(hosts, host -> new NameServer(host, addresses(host)));
  }

  private List<InetAddress> addresses(DnsName host) {
    List<InetAddress> v4 = addresses(host, RecordType.A);
    return v4.isEmpty() ? addresses(host, RecordType.AAAA) : v4;
  }

  private List<InetAddress> addresses(DnsName host, RecordType type) {
    return evidence.ask(DnsServer.RECURSIVE, host, type) instanceof Found found
        ? found.of(type).stream().map(record -> address(record.value())).toList()
        : List.of();
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("a DNS client gave no address in an address record", e);
    }
  }

  /** Where the resolver fails: asks the servers of the zone above whom they delegate to. */
  private Zone descend(Zone above, DnsName name) {
    Zone zone = above;
    for (int depth = 0; depth < DEEPEST; depth++) {
      Optional<Zone> below = delegated(zone, name);
      if (below.isEmpty()) {
        return zone;
      }
      zone = below.get();
    }
    return zone;
  }

  private Optional<Zone> delegated(Zone zone, DnsName name) {
    for (DnsServer server : zone.asked()) {
      DnsAnswer answer = evidence.ask(server, name, RecordType.NS);
      if (answer instanceof Delegated cut) {
        return Optional.of(new Zone(cut.zone(), servers(cut.servers()), false))
            .filter(
                below -> !below.apex().equals(zone.apex()) && below.apex().isWithin(zone.apex()));
      }
      if (!(answer instanceof CouldNotAsk)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private List<NameServer> servers(Map<DnsName, List<InetAddress>> delegated) {
    List<DnsName> hosts =
        delegated.keySet().stream()
            .sorted(Comparator.comparing(DnsName::value))
            .limit(MOST_HOSTS)
            .toList();
    return evidence.each(
        hosts,
        host -> {
          List<InetAddress> glue = delegated.getOrDefault(host, List.of());
          return new NameServer(host, glue.isEmpty() ? addresses(host) : glue);
        });
  }
}
