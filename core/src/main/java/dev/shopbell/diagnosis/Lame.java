package dev.shopbell.diagnosis;

import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsAnswer.CouldNotAsk;
import dev.shopbell.dns.DnsAnswer.Delegated;
import dev.shopbell.dns.DnsAnswer.Failure;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsServer;
import dev.shopbell.dns.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the servers of a zone that say they do not serve it. Silence is no proof. */
final class Lame {
  private final Evidence evidence;

  Lame(Evidence evidence) {
    this.evidence = evidence;
  }

  List<String> hosts(Zone zone, DnsName domain) {
    List<String> lame = new ArrayList<>();
    zone.servers().stream()
        .filter(server -> server.addresses().isEmpty())
        .filter(server -> isDenied(server.host()))
        .forEach(server -> lame.add(server.host().value()));
    List<DnsServer> asked = zone.asked();
    evidence.each(asked, server -> evidence.ask(server, domain, RecordType.MX));
    asked.stream().filter(server -> isLame(server, domain)).map(zone::host).forEach(lame::add);
    return lame.stream().distinct().toList();
  }

  private boolean isDenied(DnsName host) {
    return Stream.of(RecordType.A, RecordType.AAAA)
        .noneMatch(type -> evidence.ask(DnsServer.RECURSIVE, host, type) instanceof CouldNotAsk);
  }

  private boolean isLame(DnsServer server, DnsName domain) {
    DnsAnswer answer = evidence.ask(server, domain, RecordType.MX);
    if (answer instanceof Delegated cut) {
      return !domain.isWithin(cut.zone());
    }
    return answer instanceof CouldNotAsk failed && failed.failure() == Failure.LAME;
  }
}
