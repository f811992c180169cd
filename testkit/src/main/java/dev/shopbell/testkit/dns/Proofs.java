package dev.shopbell.testkit.dns;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/** The NSEC chain of a signed zone: which names it has, and of which types (RFC 4034, 4035). */
final class Proofs {
  private final NavigableMap<Name, NSECRecord> chain = new TreeMap<>();

  Proofs(Zone zone) {
    NavigableSet<Name> names = new TreeSet<>();
    zone.nodes().keySet().stream().filter(n -> isOurs(zone, n)).forEach(names::add);
    for (Name name : names) {
      Name next = names.higher(name);
      chain.put(name, link(zone, name, next == null ? zone.origin() : next));
    }
  }

  /** The link at that name, or else the one that leaps over it. */
  NSECRecord over(Name name) {
    Map.Entry<Name, NSECRecord> link = chain.floorEntry(name);
    return link == null ? chain.lastEntry().getValue() : link.getValue();
  }

  /** Neither below a delegation nor only an address beside one. */
  private static boolean isOurs(Zone zone, Name name) {
    return zone.cut(name).filter(cut -> !cut.equals(name)).isEmpty();
  }

  private static NSECRecord link(Zone zone, Name name, Name next) {
    SOARecord soa = (SOARecord) zone.at(zone.origin(), Type.SOA).get(0);
    long ttl = Math.min(soa.getTTL(), soa.getMinimum());
    return new NSECRecord(name, DClass.IN, ttl, next, types(zone, name));
  }

  private static int[] types(Zone zone, Name name) {
    Map<Integer, List<Record>> node = zone.nodes().getOrDefault(name, Map.of());
    boolean delegation = zone.cut(name).isPresent();
    IntStream own =
        node.keySet().stream()
            .mapToInt(Integer::intValue)
            .filter(t -> !delegation || t == Type.NS || t == Type.DS);
    return IntStream.concat(own, IntStream.of(Type.RRSIG, Type.NSEC)).sorted().toArray();
  }
}
