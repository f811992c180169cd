package dev.shopbell.diagnosis;

import dev.shopbell.diagnosis.Finding.Subject;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole reasoning over one domain. */
final class Examination {
  private final DnsName domain;
  private final List<ExpectedRecord> records;

  Examination(DnsName domain, List<ExpectedRecord> records) {
    this.domain = domain;
    this.records = List.copyOf(records);
  }

  DomainReport report(Evidence evidence) {
    RecordCheck check = new RecordCheck(evidence, domain, records);
    DmarcWalk dmarc = new DmarcWalk(evidence);
    Optional<List<Diagnosis>> ofRecords =
        evidence.attempt(() -> evidence.each(records, check::check));
    Optional<Diagnosis> mailbox = evidence.attempt(() -> new MailExchange(evidence).check(domain));
    Optional<List<Diagnosis>> spf = evidence.attempt(() -> new Spf(evidence).check(domain));
    Optional<Dmarc> policy = evidence.attempt(() -> dmarc.of(domain));
    Optional<Zone> zone = evidence.attempt(() -> new Zones(evidence).of(domain));

    List<Diagnosis> diagnoses = evidence.settled(ofRecords);
    Zone own = evidence.settled(zone);
    List<Diagnosis> findings = new ArrayList<>(shared(diagnoses));
    if (findings.isEmpty()) {
      findings.addAll(partlyLame(evidence, own));
    }
    Diagnosis received = evidence.settled(mailbox);
    if (received.finding() != Finding.OK && !(received.couldNotAsk() && !findings.isEmpty())) {
      findings.add(received);
    }
    findings.addAll(evidence.settled(spf));
    Dmarc applied = evidence.settled(policy);
    dmarc.withSeveral(domain).stream()
        .map(name -> Diagnosis.of(Finding.DMARC_MULTIPLE).detail(name.value()))
        .forEach(findings::add);
    return new DomainReport(
        domain,
        reports(diagnoses),
        findings,
        evidence.settled(mailbox),
        applied,
        DnsZone.of(own).host());
  }

  private List<RecordReport> reports(List<Diagnosis> diagnoses) {
    return Stream.iterate(0, i -> i < records.size(), i -> i + 1)
        .map(i -> new RecordReport(records.get(i), diagnoses.get(i)))
        .toList();
  }

  /** What keeps the records from being seen, said once. */
  private static List<Diagnosis> shared(List<Diagnosis> diagnoses) {
    Map<Finding, Diagnosis> each = new LinkedHashMap<>();
    diagnoses.stream()
        .filter(one -> one.finding().subject() == Subject.DOMAIN)
        .forEach(one -> each.putIfAbsent(one.finding(), one));
    return List.copyOf(each.values());
  }

  /** Servers that do not serve the domain, while others do. */
  private List<Diagnosis> partlyLame(Evidence evidence, Zone zone) {
    if (!domain.isWithin(zone.apex()) || zone.apex().isRoot()) {
      return List.of();
    }
    List<String> lame = new Lame(evidence).hosts(zone, domain);
    return lame.isEmpty()
        ? List.of()
        : List.of(Diagnosis.of(Finding.LAME_DELEGATION).detail(String.join(", ", lame)));
  }

  /** Whether the recursive resolver alone still sees each record. */
  boolean stands(Evidence evidence) {
    Sights sights = new Sights(evidence);
    return evidence
        .each(records, record -> sights.of(DnsServer.RECURSIVE, record).isRight())
        .stream()
        .allMatch(right -> right);
  }
}
