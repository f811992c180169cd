package dev.shopbell.testkit.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.xbill.DNS.Name;

/**
 * A small domain name system on loopback: zones, the servers that hold them, and a recursive
 * resolver at 127.0.0.1 that answers for all of them. All servers have the same port, each its own
 * address in 127.0.0.0/8; on systems other than Linux each address must be set up first.
 *
 * <pre>{@code
 * try (DnsWorld world = new DnsWorld()
 *     .zone("platform.example", "s1 TXT \"v=DKIM1; k=rsa; p=...\"")
 *     .zone("annstea.example", """
 *         @             MX    10 mail
 *         mail          A     192.0.2.25
 *         s1._domainkey CNAME s1.platform.example.
 *         """, "127.0.0.3", "127.0.0.4")
 *     .start()) {
 *   InetSocketAddress resolver = world.recursive().address();
 *   world.server("127.0.0.4").below("annstea.example", DnsFault.SERVFAIL);
 * }
 * }</pre>
 *
 * What is not given is made: the root and top-level zones (at 127.0.0.2), SOA and NS records, the
 * addresses of name servers, delegations and glue. The SOA's TTL and minimum are 300 seconds, and
 * so is the TTL of a record that names none. Zones may be given and changed at any time, before and
 * after the start; the next answer has the change.
 */
public final class DnsWorld implements AutoCloseable {
  private static final String RECURSIVE = "127.0.0.1";
  private static final int FIRST_PORT = 25_000;
  private static final int PORTS = 5_000;

  private final Register register = new Register();
  private final ExecutorService pool = Threads.pool();
  private final Map<String, ScriptedDnsServer> servers = new ConcurrentHashMap<>();
  private int port;

  /** An empty world, of which only the root answers. */
  public DnsWorld() {
    recursive(RECURSIVE);
    server(Register.DEFAULT);
  }

  /**
   * A world in which nothing is wrong: a platform's zone at 127.0.0.3, and that of a merchant, with
   * mail and the records that the platform asked for, at 127.0.0.4 and 127.0.0.5. What an alias
   * points to is there too: a DKIM key where it stands below {@code _domainkey}, and else MX and
   * SPF, as for a return path.
   *
   * @param aliases from a name in the merchant's zone, relative or in full with the final dot, to a
   *     full name in the platform's
   */
  public static DnsWorld healthy(String merchant, String platform, Map<String, String> aliases) {
    return new DnsWorld()
        .zone(platform, SampleZones.platform(aliases), "127.0.0.3")
        .zone(merchant, SampleZones.merchant(aliases), "127.0.0.4", "127.0.0.5");
  }

  /**
   * Gives a zone to the servers at these addresses, in place of what they had of it. Given again
   * with other addresses, the servers disagree.
   *
   * @param text lines of a zone file, relative to the zone; empty for a zone without any data
   * @param addresses such as 127.0.0.3; none for the server at 127.0.0.2
   */
  public synchronized DnsWorld zone(String name, String text, String... addresses) {
    List<String> holders = addresses.length == 0 ? List.of(Register.DEFAULT) : List.of(addresses);
    holders.forEach(this::server);
    Name zone = Records.name(name);
    register.put(zone, Records.parse(zone, text), holders);
    return this;
  }

  /** Adds records to a zone, at each server that holds it. */
  public DnsWorld add(String zone, String text) {
    Name name = Records.name(zone);
    register.add(name, Records.parse(name, text));
    return this;
  }

  /**
   * Names the servers at these addresses among those of a zone, which do not hold it and refuse.
   * Without {@link #zone} the delegation is lame as a whole.
   */
  public synchronized DnsWorld lame(String zone, String... addresses) {
    List.of(addresses).forEach(this::server);
    register.lame(Records.name(zone), addresses);
    return this;
  }

  /** Signs a zone and those above it, with NSEC; zones that are not named here stay unsigned. */
  public DnsWorld signed(String zone) {
    register.sign(Records.name(zone));
    return this;
  }

  /** Spoils the signatures at one name, or of a whole zone if it is the name of one. */
  public DnsWorld flawed(String name, SignatureFlaw flaw) {
    register.flaw(Records.name(name), flaw);
    return this;
  }

  /** The trust anchor of the root, as a DS record in the form of a zone file. */
  public String trustAnchor() {
    return register.key(Name.root).delegationSigner() + "\n";
  }

  /** The recursive server at 127.0.0.1. */
  public ScriptedDnsServer recursive() {
    return recursive(RECURSIVE);
  }

  /** A recursive server at that address, with a memory of its own; it may hold zones as well. */
  public synchronized ScriptedDnsServer recursive(String address) {
    ScriptedDnsServer server = server(address);
    if (!server.isRecursive()) {
      server.recurse(new Recursion(register::root, this::ask, this::trustAnchor));
    }
    return server;
  }

  /** The server at that address, which holds no zone until it is given one. */
  public synchronized ScriptedDnsServer server(String address) {
    return servers.computeIfAbsent(address, this::create);
  }

  /** The port of all servers. */
  public synchronized int port() {
    return recursive().address().getPort();
  }

  /**
   * Starts all servers on a port that is free at all their addresses, below those that outgoing
   * connections take, so that nobody else has it while a server is dead.
   */
  public synchronized DnsWorld start() {
    int first = FIRST_PORT + (int) (System.nanoTime() % PORTS);
    for (int wanted = first; ; wanted++) {
      try {
        return start(wanted);
      } catch (UncheckedIOException e) {
        if (wanted > first + PORTS) {
          throw e;
        }
      }
    }
  }

  /**
   * Starts all servers on that port.
   *
   * @throws UncheckedIOException if it is taken at one of the addresses
   */
  public synchronized DnsWorld start(int wanted) {
    try {
      servers.forEach((address, server) -> listen(server, address, wanted));
      port = wanted;
      return this;
    } catch (UncheckedIOException e) {
      servers.values().forEach(ScriptedDnsServer::kill);
      throw e;
    }
  }

  /** Stops all servers at once. */
  @Override
  public synchronized void close() {
    servers.values().forEach(ScriptedDnsServer::kill);
    pool.shutdownNow();
  }

  private ScriptedDnsServer create(String address) {
    Loopback.address(address);
    ScriptedDnsServer server = new ScriptedDnsServer(address, register, pool);
    if (port > 0) {
      listen(server, address, port);
    }
    return server;
  }

  private static void listen(ScriptedDnsServer server, String address, int port) {
    try {
      server.listen(port);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot listen at %s port %d (%s)".formatted(address, port, e.getMessage()), e);
    }
  }

  /** Takes no lock: it runs in the threads that a kill waits for. */
  private Optional<Answer> ask(String address, Question question) {
    return Optional.ofNullable(servers.get(address)).flatMap(server -> server.tell(question));
  }
}
