package dev.shopbell.diagnosis;

import dev.shopbell.diagnosis.Sight.Kind;
import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsAnswer.CouldNotAsk;
import dev.shopbell.dns.DnsAnswer.Delegated;
import dev.shopbell.dns.DnsAnswer.Found;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsRecord;
import dev.shopbell.dns.DnsServer;
import dev.shopbell.dns.RecordType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at a record through a server's eyes. */
final class Sights {
  /** Resolvers follow between 8 and 17 names. */
  private static final int LONGEST_CHAIN = 16;

  private final Evidence evidence;

  Sights(Evidence evidence) {
    this.evidence = evidence;
  }

  Sight of(DnsServer server, ExpectedRecord record) {
    DnsAnswer answer = evidence.ask(server, record.name(), record.type());
    if (answer instanceof CouldNotAsk) {
      return new Sight(server, answer, Kind.UNKNOWN, List.of());
    }
    if (answer instanceof Delegated cut) {
      return cut.zone().equals(record.name())
          ? new Sight(server, answer, Kind.ABSENT, List.of())
          : new Sight(server, answer, Kind.UNKNOWN, List.of());
    }
    List<String> values = values(answer, record);
    return new Sight(server, answer, kind(server, record, values), values);
  }

  private static List<String> values(DnsAnswer answer, ExpectedRecord record) {
    return answer instanceof Found found
        ? found.at(record.name(), record.type()).stream().map(DnsRecord::value).distinct().toList()
        : List.of();
  }

  private Kind kind(DnsServer server, ExpectedRecord record, List<String> values) {
    if (values.isEmpty()) {
      return Kind.ABSENT;
    }
    if (record.type() == RecordType.TXT) {
      return values.stream().anyMatch(value -> value.strip().equals(record.value()))
          ? Kind.RIGHT
          : Kind.WRONG;
    }
    if (values.size() > 1) {
      return Kind.SEVERAL;
    }
    DnsName value = DnsName.of(values.get(0));
    return value.equals(record.target()) ? Kind.RIGHT : follow(server, record, value);
  }

  private Kind follow(DnsServer server, ExpectedRecord record, DnsName first) {
    Set<DnsName> seen = new HashSet<>(Set.of(record.name()));
    DnsName at = first;
    while (seen.add(at) && seen.size() <= LONGEST_CHAIN) {
      if (at.equals(record.target())) {
        return Kind.CHAIN;
      }
      DnsAnswer next = next(server, at);
      if (next instanceof CouldNotAsk) {
        return Kind.UNSURE;
      }
      if (!(next instanceof Found found) || found.at(at, RecordType.CNAME).isEmpty()) {
        return Kind.WRONG;
      }
      at = found.at(at, RecordType.CNAME).get(0).name();
    }
    return Kind.LOOP;
  }

  private DnsAnswer next(DnsServer server, DnsName name) {
    DnsAnswer answer = evidence.ask(DnsServer.RECURSIVE, name, RecordType.CNAME);
    return answer instanceof CouldNotAsk && !server.equals(DnsServer.RECURSIVE)
        ? evidence.ask(server, name, RecordType.CNAME)
        : answer;
  }
}
