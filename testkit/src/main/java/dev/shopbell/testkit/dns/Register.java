package dev.shopbell.testkit.dns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/** Which server holds which zone, as it was given; the served zones are made from it on demand. */
final class Register {
  /** The server that holds what no other was named for: the root and the top-level domains. */
  static final String DEFAULT = "127.0.0.2";

  private final Map<Name, Map<String, List<Record>>> given = new LinkedHashMap<>();
  private final Map<Name, Set<String>> lame = new LinkedHashMap<>();
  private final Set<Name> signed = new LinkedHashSet<>();
  private final Map<Name, SignatureFlaw> flaws = new ConcurrentHashMap<>();
  private final Map<Name, ZoneKey> keys = new ConcurrentHashMap<>();
  private volatile @Nullable Map<String, Authority> served;

  synchronized void put(Name zone, List<Record> records, List<String> addresses) {
    for (String address : addresses) {
      given.computeIfAbsent(zone, z -> new LinkedHashMap<>()).put(address, List.copyOf(records));
    }
    served = null;
  }

  synchronized void add(Name zone, List<Record> more) {
    Map<String, List<Record>> versions = given.get(zone);
    if (versions == null) {
      throw new IllegalArgumentException(
          "There is no zone %s yet; give it with zone(...)".formatted(zone));
    }
    versions.replaceAll((address, records) -> joined(records, more));
    served = null;
  }

  synchronized void lame(Name zone, String... addresses) {
    lame.computeIfAbsent(zone, z -> new LinkedHashSet<>()).addAll(Arrays.asList(addresses));
    served = null;
  }

  synchronized void sign(Name zone) {
    signed.add(zone);
    served = null;
  }

  synchronized void flaw(Name name, SignatureFlaw flaw) {
    flaws.put(name, flaw);
    served = null;
  }

  ZoneKey key(Name zone) {
    return keys.computeIfAbsent(zone, ZoneKey::create);
  }

  /** What the server at that address holds now, which may be nothing. */
  Authority at(String address) {
    return served().getOrDefault(address, new Authority(Map.of()));
  }

  /** The servers of the root. */
  List<String> root() {
    return holders(Name.root);
  }

  /** The start of authority of the deepest zone around that name, whoever holds it. */
  Record soa(Name name) {
    return served().values().stream()
        .flatMap(authority -> authority.soa(name).stream())
        .max(Comparator.comparingInt(soa -> soa.getName().labels()))
        .orElseThrow();
  }

  private synchronized List<String> holders(Name zone) {
    Map<String, List<Record>> versions = given.get(zone);
    if (versions != null) {
      return List.copyOf(versions.keySet());
    }
    return zone.equals(Name.root) ? List.of(DEFAULT) : List.of();
  }

  private Map<String, Authority> served() {
    Map<String, Authority> now = served;
    return now != null ? now : make();
  }

  private synchronized Map<String, Authority> make() {
    Map<String, Authority> now = served;
    if (now == null) {
      now = new WorldMaker(given, lame).make(this::signer);
      served = now;
    }
    return now;
  }

  /** A zone is signed with all above it, so that one anchor at the root is enough. */
  private Optional<Signer> signer(Name zone) {
    boolean wanted = signed.stream().anyMatch(s -> s.subdomain(zone));
    return wanted ? Optional.of(new Signer(key(zone), flaws)) : Optional.empty();
  }

  private static List<Record> joined(List<Record> some, List<Record> more) {
    List<Record> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
