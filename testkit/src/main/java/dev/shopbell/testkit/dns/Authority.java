package dev.shopbell.testkit.dns;

import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * An authoritative server's answers from the zones it holds, as RFC 1034 says. At a name that has
 * an alias and other data, the type that was asked for is given if it is there, and else the alias.
 */
final class Authority {
  private static final int LONGEST_CHAIN = 16;

  private final Map<Name, Zone> zones;

  Authority(Map<Name, Zone> zones) {
    this.zones = zones;
  }

  /** The start of authority of the deepest zone around that name. */
  Optional<Record> soa(Name name) {
    return zone(name, 0).map(Zone::negativeSoa);
  }

  boolean holds(Name name) {
    return zone(name, 0).isPresent();
  }

  /** The answer, with aliases followed as far as they stay in the zone. */
  Answer answer(Question question) {
    Answer answer = step(question);
    Name name = question.name();
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      Optional<Name> target = answer.alias(name, question.type());
      if (target.isEmpty() || !sameZone(name, target.get())) {
        return answer;
      }
      name = target.get();
      Answer next = step(question.at(name));
      if (next.isReferral()) {
        return answer;
      }
      answer.append(next);
    }
    return answer;
  }

  /** The answer for that name alone: an alias is not followed. */
  Answer step(Question question) {
    return zoneFor(question)
        .map(zone -> new ZoneAnswer(zone, question).find())
        .orElseGet(() -> Answer.of(Rcode.REFUSED));
  }

  private boolean sameZone(Name one, Name other) {
    return zone(one, 0).equals(zone(other, 0));
  }

  /** The deepest zone; for a DS record the one above it, which is where such a record stands. */
  private Optional<Zone> zoneFor(Question question) {
    Name name = question.name();
    if (question.type() == Type.DS && zones.containsKey(name) && name.labels() > 1) {
      return zone(name, 1).or(() -> zone(name, 0));
    }
    return zone(name, 0);
  }

  private Optional<Zone> zone(Name name, int skip) {
    for (int i = skip; i < name.labels(); i++) {
      Zone zone = zones.get(new Name(name, i));
      if (zone != null) {
        return Optional.of(zone);
      }
    }
    return Optional.empty();
  }
}
