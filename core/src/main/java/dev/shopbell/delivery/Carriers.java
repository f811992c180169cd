package dev.shopbell.delivery;

import dev.shopbell.address.Channel;
import dev.shopbell.plan.Choice;
import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.Transports;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The transports of the platform by channel, and those for stores with accounts of their own. */
public final class Carriers implements AutoCloseable {
  private final Map<Channel, Transport> platform;
  private final Transports transports;

  /** The platform's transports, and where others come from. Closing closes all of them. */
  public Carriers(Map<Channel, Transport> platform, Transports transports) {
    this.platform = Map.copyOf(platform);
    this.transports = transports;
  }

  /**
   * The platform's transports, each the only one of its channel.
   *
   * @param built those that are there
   * @param uris those to be opened
   * @throws IllegalArgumentException when a URI cannot be used, or a channel has two transports;
   *     {@code kinds} is closed then
   */
  public static Carriers of(List<Transport> built, List<String> uris, Transports kinds) {
    try {
      Map<Channel, Transport> platform = new HashMap<>();
      built.forEach(transport -> add(platform, transport));
      uris.forEach(uri -> add(platform, kinds.open(uri)));
      return new Carriers(platform, kinds);
    } catch (RuntimeException e) {
      kinds.close();
      throw e;
    }
  }

  private static void add(Map<Channel, Transport> platform, Transport transport) {
    Channel channel = transport.info().channel();
    Transport other = platform.put(channel, transport);
    if (other != null) {
      throw new IllegalArgumentException(
          "%s has two transports, %s and %s: put them together, as in failover(a,b)"
              .formatted(channel, other.info().name(), transport.info().name()));
    }
  }

  /** The channels that the platform has a transport for. */
  public Set<Channel> channels() {
    return platform.keySet();
  }

  /** Whether one of the platform's takes a message with the same key once. */
  boolean anyDeduplicates() {
    return platform.values().stream().anyMatch(transport -> transport.info().deduplicates());
  }

  /**
   * Who carries a choice: the store's own account, or the platform.
   *
   * @throws IllegalArgumentException when the store's account names no transport that there is, or
   *     one of another channel
   */
  Carrier carrier(Choice choice) {
    return choice
        .account()
        .map(account -> own(account, choice.channel()))
        .orElseGet(() -> platform(choice));
  }

  private Carrier own(Endpoint account, Channel channel) {
    Transport transport = transports.forAccount(account);
    if (!transport.info().channel().equals(channel)) {
      throw new IllegalArgumentException(
          "account %s is for %s: give one for %s"
              .formatted(account, transport.info().channel(), channel));
    }
    return new Carrier(transport, account);
  }

  private Carrier platform(Choice choice) {
    Transport transport = platform.get(choice.channel());
    if (transport == null) {
      throw new IllegalArgumentException("no transport for " + choice.channel());
    }
    return new Carrier(transport, Endpoint.PLATFORM);
  }

  @Override
  public void close() {
    platform.values().forEach(Transport::close);
    transports.close();
  }

  /** A transport and the endpoint it is given. */
  record Carrier(Transport transport, Endpoint endpoint) {}
}
