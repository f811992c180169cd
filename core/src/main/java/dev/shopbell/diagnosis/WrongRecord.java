package dev.shopbell.diagnosis;

import dev.shopbell.diagnosis.Sight.Kind;
import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsAnswer.Delegated;
import dev.shopbell.dns.DnsAnswer.Found;
import dev.shopbell.dns.DnsAnswer.NoSuchRecord;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsRecord;
import dev.shopbell.dns.DnsServer;
import dev.shopbell.dns.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out why a record is not as it should be, through the eyes of one server. */
final class WrongRecord {
  private static final List<RecordType> OTHER_TYPES =
      List.of(RecordType.TXT, RecordType.A, RecordType.AAAA, RecordType.MX);

  private final Evidence evidence;
  private final DnsName domain;
  private final List<ExpectedRecord> all;
  private final Sights sights;
  private final WrongValue values;

  WrongRecord(Evidence evidence, DnsName domain, List<ExpectedRecord> all) {
    this.evidence = evidence;
    this.domain = domain;
    this.all = all;
    this.sights = new Sights(evidence);
    this.values = new WrongValue(all);
  }

  Diagnosis explain(ExpectedRecord record, Zone zone, Sight sight) {
    if (sight.kind() == Kind.LOOP) {
      return Diagnosis.of(Finding.CNAME_LOOP, sight.values());
    }
    if (isWrong(sight) && isSwapped(record, sight)) {
      return Diagnosis.of(Finding.VALUES_SWAPPED, sight.values());
    }
    Optional<Finding> slip =
        isWrong(sight) ? values.slip(record, sight.values()) : Optional.empty();
    return slip.map(finding -> Diagnosis.of(finding, sight.values()).detail(zone.apex().value()))
        .or(() -> misplaced(record, zone, sight.server()))
        .orElseGet(
            () -> sight.kind() == Kind.ABSENT ? absent(record, sight) : otherValue(record, sight));
  }

  private static boolean isWrong(Sight sight) {
    return sight.kind() == Kind.WRONG || sight.kind() == Kind.UNSURE;
  }

  /** Its value is another record's, and that one's value stands elsewhere too. */
  private boolean isSwapped(ExpectedRecord record, Sight sight) {
    Set<String> found = Set.copyOf(sight.values());
    ExpectedRecord at = record;
    for (int step = 0; step < all.size(); step++) {
      Set<String> here =
          at.equals(record) ? found : Set.copyOf(sights.of(sight.server(), at).values());
      ExpectedRecord from = at;
      Optional<ExpectedRecord> next =
          all.stream()
              .filter(other -> !other.equals(from) && other.type() == record.type())
              .filter(other -> here.equals(Set.of(other.value())))
              .findFirst();
      if (next.isEmpty()) {
        return false;
      }
      at = next.get();
      if (at.equals(record)) {
        return true;
      }
    }
    return false;
  }

  /** Published at a name that DNS hosts make of the right one. */
  private Optional<Diagnosis> misplaced(ExpectedRecord record, Zone zone, DnsServer server) {
    DnsName name = record.name();
    List<DnsName> doubled =
        Stream.of(zone.apex(), domain)
            .filter(suffix -> !suffix.isRoot())
            .distinct()
            .map(name::below)
            .filter(DnsName::isPossible)
            .toList();
    List<DnsName> plain = withoutUnderscore(name);
    evidence.expect(server, doubled, record.type());
    evidence.expect(server, plain, record.type());
    return at(record, doubled, server, Finding.NAME_DOUBLED)
        .or(() -> at(record, plain, server, Finding.NAME_UNDERSCORE_LOST));
  }

  private static List<DnsName> withoutUnderscore(DnsName name) {
    List<String> labels =
        name.labels().stream()
            .map(label -> label.startsWith("_") ? label.substring(1) : label)
            .toList();
    DnsName plain = DnsName.join(labels);
    return plain.equals(name) || !plain.isPossible() ? List.of() : List.of(plain);
  }

  private Optional<Diagnosis> at(
      ExpectedRecord record, List<DnsName> names, DnsServer server, Finding finding) {
    return names.stream()
        .filter(
            name ->
                evidence.ask(server, name, record.type()) instanceof Found found
                    && found.at(name, record.type()).stream()
                        .map(DnsRecord::value)
                        .anyMatch(record.value()::equals))
        .findFirst()
        .map(name -> Diagnosis.of(finding, record.value()).detail(name.value()));
  }

  private Diagnosis absent(ExpectedRecord record, Sight sight) {
    if (sight.answer() instanceof Delegated cut) {
      return Diagnosis.of(
          Finding.WRONG_TYPE,
          cut.servers().keySet().stream().map(host -> "NS " + host).sorted().toList());
    }
    if (!(sight.answer() instanceof NoSuchRecord) && !(sight.answer() instanceof Found)) {
      return Diagnosis.of(Finding.RECORD_MISSING);
    }
    if (record.type() == RecordType.TXT) {
      return aliased(record, sight.server());
    }
    List<String> other = otherData(record.name(), sight.server());
    if (other.isEmpty()) {
      return Diagnosis.of(Finding.RECORD_MISSING);
    }
    if (isTargetsData(record, sight.server())) {
      return Diagnosis.of(Finding.CNAME_FLATTENED, other);
    }
    return isWildcard(record, sight.server(), other)
        ? Diagnosis.of(Finding.WILDCARD, other).detail(wildcard(record))
        : Diagnosis.of(Finding.WRONG_TYPE, other);
  }

  /** Beside a TXT record anything may stand but a CNAME. */
  private Diagnosis aliased(ExpectedRecord record, DnsServer server) {
    List<String> aliases =
        records(server, record.name(), RecordType.CNAME)
            .map(alias -> "CNAME " + alias.value())
            .toList();
    return Diagnosis.of(aliases.isEmpty() ? Finding.RECORD_MISSING : Finding.WRONG_TYPE, aliases);
  }

  /** What stands at the name beside a CNAME, as in {@code A 192.0.2.1}. */
  List<String> otherData(DnsName name, DnsServer server) {
    evidence.each(OTHER_TYPES, type -> evidence.ask(server, name, type));
    return OTHER_TYPES.stream()
        .flatMap(type -> records(server, name, type).map(record -> type + " " + record.value()))
        .distinct()
        .toList();
  }

  private Stream<DnsRecord> records(DnsServer server, DnsName name, RecordType type) {
    DnsAnswer answer = evidence.ask(server, name, type);
    return answer instanceof Found found ? found.at(name, type).stream() : Stream.empty();
  }

  private boolean isTargetsData(ExpectedRecord record, DnsServer server) {
    evidence.expect(DnsServer.RECURSIVE, List.of(record.target()), RecordType.TXT);
    return evidence.each(OTHER_TYPES, type -> sharesData(record, server, type)).contains(true);
  }

  private boolean sharesData(ExpectedRecord record, DnsServer server, RecordType type) {
    List<String> here = records(server, record.name(), type).map(DnsRecord::value).toList();
    return !here.isEmpty()
        && evidence.ask(DnsServer.RECURSIVE, record.target(), type) instanceof Found found
        && found.of(type).stream().map(DnsRecord::value).anyMatch(here::contains);
  }

  private Diagnosis otherValue(ExpectedRecord record, Sight sight) {
    if (isWildcard(record, sight.server(), sight.values())) {
      return Diagnosis.of(Finding.WILDCARD, sight.values()).detail(wildcard(record));
    }
    Diagnosis other = Diagnosis.of(values.other(record, sight.values()), sight.values());
    return sight.kind() == Kind.UNSURE ? other.unsure() : other;
  }

  /** A name beside it that nobody has published answers with the same. */
  private boolean isWildcard(ExpectedRecord record, DnsServer server, List<String> found) {
    DnsName stranger = new DnsName(evidence.probe()).below(record.name().parent());
    List<String> same = new ArrayList<>();
    records(server, stranger, record.type()).map(DnsRecord::value).forEach(same::add);
    if (same.isEmpty()) {
      same.addAll(otherData(stranger, server));
    }
    return !same.isEmpty() && found.containsAll(same);
  }

  private static String wildcard(ExpectedRecord record) {
    return "*." + record.name().parent();
  }
}
