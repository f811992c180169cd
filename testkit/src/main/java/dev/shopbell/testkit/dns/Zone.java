package dev.shopbell.testkit.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/** One version of a zone: its records by name, in the canonical order of RFC 4034. */
final class Zone {
  private final Name origin;
  private final NavigableMap<Name, Map<Integer, List<Record>>> nodes = new TreeMap<>();
  private @Nullable Signer signer;
  private @Nullable Proofs proofs;

  Zone(Name origin) {
    this.origin = origin;
  }

  Name origin() {
    return origin;
  }

  Optional<Signer> signer() {
    return Optional.ofNullable(signer);
  }

  /** Its records will be signed by that signer; nothing is added after this. */
  void sign(Signer by) {
    signer = by;
    add(by.key());
  }

  NavigableMap<Name, Map<Integer, List<Record>>> nodes() {
    return nodes;
  }

  void add(Record record) {
    nodes
        .computeIfAbsent(record.getName(), n -> new TreeMap<>())
        .computeIfAbsent(record.getType(), t -> new ArrayList<>(1))
        .add(record);
  }

  List<Record> at(Name name, int type) {
    return nodes.getOrDefault(name, Map.of()).getOrDefault(type, List.of());
  }

  boolean hasNode(Name name) {
    return nodes.containsKey(name);
  }

  /** Whether the name has records or stands above one that has: an empty non-terminal exists. */
  boolean exists(Name name) {
    Name next = nodes.ceilingKey(name);
    return next != null && next.subdomain(name);
  }

  /** The delegation at or above that name, the highest if there are several. */
  Optional<Name> cut(Name name) {
    for (int skip = name.labels() - origin.labels() - 1; skip >= 0; skip--) {
      Name above = new Name(name, skip);
      if (!at(above, Type.NS).isEmpty()) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }

  /** The longest existing ancestor of a name that does not exist (RFC 4592). */
  Name closestEncloser(Name name) {
    Name above = new Name(name, 1);
    while (!above.equals(origin) && !exists(above)) {
      above = new Name(above, 1);
    }
    return above;
  }

  /** The chain of names of a signed zone. */
  synchronized Proofs proofs() {
    if (proofs == null) {
      proofs = new Proofs(this);
    }
    return proofs;
  }

  /** The SOA as it stands in negative answers: its TTL is the lesser of its own and its minimum. */
  Record negativeSoa() {
    SOARecord soa = (SOARecord) at(origin, Type.SOA).get(0);
    return Records.withTtl(soa, Math.min(soa.getTTL(), soa.getMinimum()));
  }
}
