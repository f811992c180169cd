package dev.shopbell.testkit.dns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Makes whole zones from what was given: the root and top-level domains, SOA and NS records, the
 * addresses of name servers, and the delegations with their glue. What was given is left as it is.
 */
final class WorldMaker {
  private static final String SOA = "@ SOA ns1 hostmaster 1 3600 600 86400 300";

  private final Map<Name, Map<String, List<Record>>> given;
  private final Map<Name, Set<String>> lame;
  private final Map<Name, Map<String, Zone>> zones = new LinkedHashMap<>();
  private final Set<Name> made = new HashSet<>();

  WorldMaker(Map<Name, Map<String, List<Record>>> given, Map<Name, Set<String>> lame) {
    this.given = given;
    this.lame = lame;
  }

  /** The zones by the address of the server that holds them. */
  Map<String, Authority> make(Function<Name, Optional<Signer>> signers) {
    given.forEach((name, versions) -> versions.forEach((at, records) -> take(name, at, records)));
    makeMissingZones();
    zones.forEach((name, versions) -> versions.values().forEach(z -> completeApex(name, z)));
    zones.keySet().forEach(this::addressNameServers);
    zones.keySet().forEach(this::delegate);
    lame.keySet().stream().filter(n -> !zones.containsKey(n)).forEach(this::delegateNowhere);
    zones.forEach((name, versions) -> signers.apply(name).ifPresent(s -> sign(name, s)));
    return byAddress();
  }

  private void take(Name name, String address, List<Record> records) {
    Zone zone = new Zone(name);
    records.forEach(zone::add);
    zones.computeIfAbsent(name, n -> new LinkedHashMap<>()).put(address, zone);
  }

  private void makeMissingZones() {
    makeIfMissing(Name.root);
    Set<Name> names = new LinkedHashSet<>(zones.keySet());
    names.addAll(lame.keySet());
    for (Name name : names) {
      if (name.labels() > 1) {
        makeIfMissing(new Name(name, name.labels() - 2));
      }
    }
  }

  private void makeIfMissing(Name name) {
    if (!zones.containsKey(name)) {
      made.add(name);
      take(name, Register.DEFAULT, List.of());
    }
  }

  private void completeApex(Name name, Zone zone) {
    if (zone.at(name, Type.SOA).isEmpty()) {
      Records.parse(name, SOA).forEach(zone::add);
    }
    if (zone.at(name, Type.NS).isEmpty()) {
      for (int i = 1; i <= addresses(name).size(); i++) {
        Records.parse(name, "@ NS ns" + i).forEach(zone::add);
      }
    }
  }

  private List<String> addresses(Name name) {
    List<String> all = new ArrayList<>(versions(name).keySet());
    all.addAll(lame.getOrDefault(name, Set.of()));
    return all;
  }

  /** Gives the first server's name to the first address and so on, where it has none yet. */
  private void addressNameServers(Name name) {
    List<String> addresses = addresses(name);
    int i = 0;
    for (Name host : nameServers(name)) {
      String address = addresses.get(i++ % addresses.size());
      Name holder = deepest(host, 0);
      if (holder.equals(name) || made.contains(holder)) {
        versions(holder).values().forEach(zone -> addressIfMissing(zone, host, address));
      }
    }
  }

  private static void addressIfMissing(Zone zone, Name host, String address) {
    if (zone.at(host, Type.A).isEmpty() && zone.at(host, Type.AAAA).isEmpty()) {
      zone.add(new ARecord(host, DClass.IN, Records.TTL, Loopback.address(address)));
    }
  }

  private void delegate(Name name) {
    if (!name.equals(Name.root)) {
      versions(deepest(name, 1)).values().forEach(parent -> delegate(name, parent));
    }
  }

  private void delegate(Name name, Zone parent) {
    if (parent.at(name, Type.NS).isEmpty()) {
      Zone child = first(name);
      child.at(name, Type.NS).forEach(parent::add);
      for (Name host : nameServers(name)) {
        if (host.subdomain(name) && !parent.hasNode(host)) {
          first(deepest(host, 0)).at(host, Type.A).forEach(parent::add);
        }
      }
    }
  }

  /** Points at servers none of which has the zone. */
  private void delegateNowhere(Name name) {
    List<String> addresses = addresses(name);
    for (int i = 0; i < addresses.size(); i++) {
      String text = "@ NS ns%1$d\nns%1$d A %2$s".formatted(i + 1, addresses.get(i));
      List<Record> records = Records.parse(name, text);
      versions(deepest(name, 1)).values().forEach(parent -> records.forEach(parent::add));
    }
  }

  private void sign(Name name, Signer signer) {
    versions(name).values().forEach(zone -> zone.sign(signer));
    if (!name.equals(Name.root)) {
      versions(deepest(name, 1)).values().forEach(parent -> parent.add(signer.delegationSigner()));
    }
  }

  private Map<String, Authority> byAddress() {
    Map<String, Map<Name, Zone>> held = new HashMap<>();
    for (Map<String, Zone> versions : zones.values()) {
      versions.forEach(
          (address, zone) ->
              held.computeIfAbsent(address, a -> new HashMap<>()).put(zone.origin(), zone));
    }
    Map<String, Authority> authorities = new HashMap<>();
    held.forEach((address, holds) -> authorities.put(address, new Authority(holds)));
    return authorities;
  }

  private List<Name> nameServers(Name name) {
    Collection<Record> servers = first(name).at(name, Type.NS);
    return servers.stream().map(r -> ((NSRecord) r).getTarget()).toList();
  }

  private Name deepest(Name name, int skip) {
    Name zone = new Name(name, skip);
    while (!zones.containsKey(zone)) {
      zone = new Name(zone, 1);
    }
    return zone;
  }

  private Zone first(Name name) {
    return versions(name).values().iterator().next();
  }

  private Map<String, Zone> versions(Name name) {
    return zones.getOrDefault(name, Map.of());
  }
}
