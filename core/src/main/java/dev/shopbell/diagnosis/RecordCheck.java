package dev.shopbell.diagnosis;

import dev.shopbell.diagnosis.Sight.Kind;
import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsAnswer.CouldNotAsk;
import dev.shopbell.dns.DnsAnswer.Failure;
import dev.shopbell.dns.DnsAnswer.Found;
import dev.shopbell.dns.DnsAnswer.NoSuchName;
import dev.shopbell.dns.DnsAnswer.NoSuchRecord;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsRecord;
import dev.shopbell.dns.DnsServer;
import dev.shopbell.dns.RecordType;
import java.util.List;
import java.util.Optional;

/** Compares what the resolver and each of the zone's servers see of a record. */
final class RecordCheck {
  private final Evidence evidence;
  private final DnsName domain;
  private final Zones zones;
  private final Sights sights;
  private final WrongRecord wrong;

  RecordCheck(Evidence evidence, DnsName domain, List<ExpectedRecord> all) {
    this.evidence = evidence;
    this.domain = domain;
    this.zones = new Zones(evidence);
    this.sights = new Sights(evidence);
    this.wrong = new WrongRecord(evidence, domain, all);
  }

  Diagnosis check(ExpectedRecord record) {
    evidence.expect(DnsServer.RECURSIVE, List.of(record.name()), record.type());
    evidence.expect(DnsServer.RECURSIVE, List.of(domain), RecordType.NS);
    if (zones.isUnregistered(domain)) {
      return Diagnosis.of(Finding.DOMAIN_NOT_FOUND);
    }
    Zone zone = zones.of(record.name().parent());
    Sight world = sights.of(DnsServer.RECURSIVE, record);
    List<Sight> own = evidence.each(zone.asked(), server -> sights.of(server, record));
    return check(record, zone, world, own);
  }

  private Diagnosis check(ExpectedRecord record, Zone zone, Sight world, List<Sight> own) {
    List<Sight> known = own.stream().filter(Sight::isKnown).toList();
    Optional<Sight> several =
        (known.isEmpty() ? List.of(world) : known)
            .stream().filter(sight -> sight.kind() == Kind.SEVERAL).findFirst();
    if (several.isPresent() && known.stream().noneMatch(Sight::isRight)) {
      return Diagnosis.of(Finding.MULTIPLE_VALUES, several.get().values());
    }
    if (isBogus(record, world)) {
      return Diagnosis.of(Finding.DNSSEC_BOGUS, values(known)).detail(zone.apex().value());
    }
    if (known.stream().noneMatch(Sight::isRight)) {
      return notPublished(record, zone, world, own, known);
    }
    if (!world.isKnown()) {
      return Diagnosis.of(unanswered(world.answer()), values(known));
    }
    return known.stream().allMatch(Sight::isRight) && world.isRight()
        ? published(record, world, known)
        : propagating(record, world, known);
  }

  /** None of the zone's servers that answer has it. */
  private Diagnosis notPublished(
      ExpectedRecord record, Zone zone, Sight world, List<Sight> own, List<Sight> known) {
    if (!known.isEmpty()) {
      return wrong.explain(record, zone, leading(known));
    }
    if (!world.isKnown()) {
      return outage(zone, world, own);
    }
    return world.isRight() ? published(record, world, known) : wrong.explain(record, zone, world);
  }

  /** Where servers disagree, one that has something tells more than one that has nothing. */
  private static Sight leading(List<Sight> known) {
    return known.stream()
        .filter(sight -> sight.kind() != Kind.ABSENT)
        .findFirst()
        .orElse(known.get(0));
  }

  private static List<String> values(List<Sight> sights) {
    return sights.stream().flatMap(sight -> sight.values().stream()).distinct().toList();
  }

  /** The resolver refuses what it hands out when told not to check, or our own check fails. */
  private boolean isBogus(ExpectedRecord record, Sight world) {
    if (world.answer() instanceof CouldNotAsk failed) {
      return failed.failure() == Failure.BOGUS
          || (failed.failure() == Failure.SERVER_FAILURE
              && !(evidence.ask(DnsServer.UNCHECKED, record.name(), record.type())
                  instanceof CouldNotAsk));
    }
    return evidence.validates()
        && evidence.ask(DnsServer.VALIDATED, record.name(), record.type())
            instanceof CouldNotAsk failed
        && failed.failure() == Failure.BOGUS;
  }

  /** Nobody could say anything of the record. */
  private Diagnosis outage(Zone zone, Sight world, List<Sight> own) {
    List<Failure> failures = own.stream().map(sight -> failure(sight.answer())).toList();
    boolean nowhere = !zone.servers().isEmpty() && own.isEmpty();
    if (nowhere || isLame(failures)) {
      return Diagnosis.of(Finding.LAME_DELEGATION).detail(String.join(", ", zone.hosts()));
    }
    if (failures.contains(Failure.SERVER_FAILURE)) {
      return Diagnosis.of(Finding.SERVER_FAILURE);
    }
    return Diagnosis.of(failures.isEmpty() ? unanswered(world.answer()) : Finding.TIMEOUT);
  }

  private static boolean isLame(List<Failure> failures) {
    return !failures.contains(Failure.SERVER_FAILURE)
        && (failures.contains(Failure.LAME) || failures.contains(Failure.UNREACHABLE));
  }

  private static Failure failure(DnsAnswer answer) {
    return answer instanceof CouldNotAsk failed ? failed.failure() : Failure.LAME;
  }

  private static Finding unanswered(DnsAnswer answer) {
    return failure(answer) == Failure.SERVER_FAILURE ? Finding.SERVER_FAILURE : Finding.TIMEOUT;
  }

  private Diagnosis propagating(ExpectedRecord record, Sight world, List<Sight> known) {
    Sight behind =
        world.isRight()
            ? known.stream().filter(sight -> !sight.isRight()).findFirst().orElseThrow()
            : world;
    return Diagnosis.of(Finding.PROPAGATING, behind.values())
        .lookAgain(
            evidence.left(behind.server(), record.name(), record.type(), ttl(behind.answer())));
  }

  private static long ttl(DnsAnswer answer) {
    if (answer instanceof Found found) {
      return found.records().stream().mapToLong(DnsRecord::ttl).min().orElse(0);
    }
    if (answer instanceof NoSuchName none) {
      return none.negative().ttl();
    }
    return answer instanceof NoSuchRecord none ? none.negative().ttl() : 0;
  }

  /** Seen everywhere; what is left is what else stands there, and the key behind it. */
  private Diagnosis published(ExpectedRecord record, Sight world, List<Sight> known) {
    if (record.type() == RecordType.TXT) {
      return Diagnosis.of(Finding.OK, world.values());
    }
    if (!known.isEmpty()) {
      List<String> other = wrong.otherData(record.name(), known.get(0).server());
      if (!other.isEmpty()) {
        return Diagnosis.of(Finding.CNAME_AND_OTHER_DATA, other);
      }
    }
    Diagnosis plain =
        world.kind() == Kind.CHAIN
            ? Diagnosis.of(Finding.CNAME_CHAIN, world.values()).detail(record.value())
            : Diagnosis.of(Finding.OK, world.values());
    return record.isDkim() ? new DkimKey(evidence).check(record, plain) : plain;
  }
}
