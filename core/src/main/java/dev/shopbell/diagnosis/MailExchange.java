package dev.shopbell.diagnosis;

import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsAnswer.CouldNotAsk;
import dev.shopbell.dns.DnsAnswer.Failure;
import dev.shopbell.dns.DnsAnswer.Found;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsRecord;
import dev.shopbell.dns.DnsServer;
import dev.shopbell.dns.RecordType;
import java.util.List;
import java.util.stream.Stream;

/** Whether a domain can receive mail (RFC 5321, section 5.1, and RFC 7505). */
final class MailExchange {
  private static final int MOST_EXCHANGES = 20;

  private final Evidence evidence;

  MailExchange(Evidence evidence) {
    this.evidence = evidence;
  }

  Diagnosis check(DnsName domain) {
    DnsAnswer answer = evidence.ask(DnsServer.RECURSIVE, domain, RecordType.MX);
    if (answer instanceof CouldNotAsk failed) {
      return Diagnosis.of(unanswered(failed));
    }
    if (!(answer instanceof Found) && !isReachable(domain) && !isDenied(domain)) {
      return Diagnosis.of(Finding.TIMEOUT);
    }
    return answer instanceof Found found
        ? exchanges(found.of(RecordType.MX).stream().map(DnsRecord::name).distinct().toList())
        : Diagnosis.of(Finding.MX_MISSING, implicit(domain));
  }

  /** The domain's own address, which RFC 5321 lets stand for an MX record. */
  private List<String> implicit(DnsName domain) {
    return Stream.of(RecordType.A, RecordType.AAAA)
        .filter(type -> ask(domain, type) instanceof Found)
        .map(type -> type + " " + ((Found) ask(domain, type)).of(type).get(0).value())
        .toList();
  }

  private static Finding unanswered(CouldNotAsk failed) {
    return failed.failure() == Failure.TIMEOUT || failed.failure() == Failure.UNREACHABLE
        ? Finding.TIMEOUT
        : Finding.SERVER_FAILURE;
  }

  private Diagnosis exchanges(List<DnsName> all) {
    List<DnsName> hosts =
        all.stream().filter(host -> !host.isRoot()).limit(MOST_EXCHANGES).toList();
    if (hosts.isEmpty()) {
      return Diagnosis.of(Finding.MX_NULL, ".");
    }
    List<String> names = hosts.stream().map(DnsName::value).toList();
    evidence.expect(DnsServer.RECURSIVE, hosts, RecordType.A);
    boolean reachable = evidence.each(hosts, this::isReachable).contains(true);
    if (reachable) {
      return Diagnosis.of(Finding.OK, names);
    }
    return evidence.each(hosts, this::isDenied).contains(false)
        ? Diagnosis.of(Finding.TIMEOUT, names)
        : Diagnosis.of(Finding.MX_UNRESOLVABLE, names);
  }

  private boolean isReachable(DnsName host) {
    return ask(host, RecordType.A) instanceof Found || ask(host, RecordType.AAAA) instanceof Found;
  }

  private boolean isDenied(DnsName host) {
    return !(ask(host, RecordType.A) instanceof CouldNotAsk)
        && !(ask(host, RecordType.AAAA) instanceof CouldNotAsk);
  }

  private DnsAnswer ask(DnsName host, RecordType type) {
    return evidence.ask(DnsServer.RECURSIVE, host, type);
  }
}
