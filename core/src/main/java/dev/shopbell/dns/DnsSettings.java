package dev.shopbell.dns;

import dev.shopbell.internal.Text;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.xbill.DNS.ResolverConfig;

/**
 * How the DNS is asked. Immutable; each method gives changed settings.
 *
 * @param resolvers the recursive resolvers, asked in turn when one fails
 * @param authoritativePort the port of the zones' own servers; 53 but in tests
 * @param timeout for one attempt
 * @param attempts how often a question without an answer is asked, 1 to 5
 * @param inFlight the most questions under way at once; each holds a socket. A third of them is for
 *     the zones' own servers, so that silent ones do not hold up the resolvers
 * @param trustAnchors DS or DNSKEY records in the form of a zone file; empty to leave signatures to
 *     the resolver
 * @param clock for the validity of signatures
 */
public record DnsSettings(
    List<InetSocketAddress> resolvers,
    int authoritativePort,
    Duration timeout,
    int attempts,
    int inFlight,
    String trustAnchors,
    Clock clock) {
  private static final DnsSettings USUAL =
      new DnsSettings(List.of(), 53, Duration.ofSeconds(3), 2, 192, "", Clock.systemUTC());

  public DnsSettings {
    resolvers = List.copyOf(resolvers);
    resolvers.forEach(DnsSettings::resolved);
    Objects.requireNonNull(timeout, "timeout");
    between("authoritative port", authoritativePort, 1, 65_535);
    between("time-out in milliseconds", timeout.toMillis(), 1, 60_000);
    between("attempts", attempts, 1, 5);
    between("questions in flight", inFlight, 1, 10_000);
    Objects.requireNonNull(trustAnchors, "trustAnchors");
    Objects.requireNonNull(clock, "clock");
  }

  private static void resolved(InetSocketAddress resolver) {
    if (resolver.isUnresolved()) {
      throw new IllegalArgumentException(
          "the DNS resolver "
              + Text.quoted(resolver.getHostString())
              + " is no address: give one, as in 192.0.2.53");
    }
  }

  private static void between(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(what + " is " + value + ": give " + least + " to " + most);
    }
  }

  /** The system's resolvers, 3 seconds, 2 attempts, 192 questions in flight. */
  public static DnsSettings system() {
    List<InetSocketAddress> servers = ResolverConfig.getCurrentConfig().servers();
    return USUAL.resolvers(servers);
  }

  /** One resolver, else as {@link #system()}. */
  public static DnsSettings of(InetSocketAddress resolver) {
    return USUAL.resolvers(List.of(resolver));
  }

  /** These settings with other resolvers. */
  public DnsSettings resolvers(List<InetSocketAddress> resolvers) {
    return new DnsSettings(
        resolvers, authoritativePort, timeout, attempts, inFlight, trustAnchors, clock);
  }

  /** These settings with another port of the zones' own servers. */
  public DnsSettings authoritativePort(int port) {
    return new DnsSettings(resolvers, port, timeout, attempts, inFlight, trustAnchors, clock);
  }

  /** These settings with another time-out and number of attempts. */
  public DnsSettings timeout(Duration timeout, int attempts) {
    return new DnsSettings(
        resolvers, authoritativePort, timeout, attempts, inFlight, trustAnchors, clock);
  }

  /** These settings with another bound of questions under way. */
  public DnsSettings inFlight(int most) {
    return new DnsSettings(
        resolvers, authoritativePort, timeout, attempts, most, trustAnchors, clock);
  }

  /** These settings, with signatures checked here against the anchors. */
  public DnsSettings trustAnchors(String records, Clock clock) {
    return new DnsSettings(
        resolvers, authoritativePort, timeout, attempts, inFlight, records, clock);
  }
}
