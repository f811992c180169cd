package dev.shopbell.testkit.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** What one zone answers to one question: data, a referral, or that there is none. */
final class ZoneAnswer {
  private final Zone zone;
  private final Question question;
  private final Answer answer = Answer.authoritative();
  private final boolean dnssec;

  ZoneAnswer(Zone zone, Question question) {
    this.zone = zone;
    this.question = question;
    this.dnssec = question.dnssec() && zone.signer().isPresent();
  }

  Answer find() {
    Name name = question.name();
    Optional<Name> cut = zone.cut(name);
    if (cut.isPresent() && !(question.type() == Type.DS && cut.get().equals(name))) {
      refer(cut.get());
    } else if (zone.hasNode(name)) {
      fromNode(name);
    } else if (zone.exists(name)) {
      negative(name);
    } else {
      fromWildcard(zone.closestEncloser(name));
    }
    return answer;
  }

  private void refer(Name cut) {
    answer.setAuthoritative(false);
    List<Record> servers = zone.at(cut, Type.NS);
    answer.authority().addAll(servers);
    List<Record> ds = zone.at(cut, Type.DS);
    if (ds.isEmpty()) {
      prove(cut);
    } else {
      addSigned(answer.authority(), ds);
    }
    for (Record server : servers) {
      Name host = ((NSRecord) server).getTarget();
      answer.additional().addAll(zone.at(host, Type.A));
      answer.additional().addAll(zone.at(host, Type.AAAA));
    }
  }

  private void fromNode(Name node) {
    List<List<Record>> sets = chosen(node);
    if (sets.isEmpty()) {
      negative(node);
    }
    sets.forEach(set -> addSigned(answer.records(), set));
  }

  private List<List<Record>> chosen(Name node) {
    Map<Integer, List<Record>> sets = zone.nodes().getOrDefault(node, Map.of());
    if (question.type() == Type.ANY) {
      return new ArrayList<>(sets.values());
    }
    List<Record> exact = sets.getOrDefault(question.type(), List.of());
    List<Record> found = exact.isEmpty() ? sets.getOrDefault(Type.CNAME, List.of()) : exact;
    return found.isEmpty() ? List.of() : List.of(found);
  }

  private void fromWildcard(Name encloser) {
    Name wildcard = Records.wildcard(encloser);
    if (zone.hasNode(wildcard)) {
      fromNode(wildcard);
    } else {
      answer.rcode(Rcode.NXDOMAIN);
      negative(wildcard);
    }
    prove(question.name());
  }

  private void negative(Name name) {
    answer.authority().add(zone.negativeSoa());
    sign(answer.authority(), zone.at(zone.origin(), Type.SOA));
    prove(name);
  }

  /** Adds the link of the chain that shows what there is, or is not, at that name. */
  private void prove(Name name) {
    if (dnssec) {
      Record link = zone.proofs().over(name);
      if (!answer.authority().contains(link)) {
        addSigned(answer.authority(), List.of(link));
      }
    }
  }

  /** Adds records and their signature; those of a wildcard under the name that was asked for. */
  private void addSigned(List<Record> section, List<Record> set) {
    set.forEach(r -> section.add(shown(r)));
    sign(section, set);
  }

  private void sign(List<Record> section, List<Record> set) {
    if (dnssec) {
      zone.signer().flatMap(s -> s.signature(set)).ifPresent(r -> section.add(shown(r)));
    }
  }

  private Record shown(Record record) {
    boolean synthesized = record.getName().isWild() && !isProof(record);
    return synthesized ? record.withName(question.name()) : record;
  }

  private static boolean isProof(Record record) {
    return record.getType() == Type.NSEC || record.getRRsetType() == Type.NSEC;
  }
}
