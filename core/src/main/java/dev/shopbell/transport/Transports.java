package dev.shopbell.transport;

import dev.shopbell.internal.Nearest;
import dev.shopbell.internal.Text;
import dev.shopbell.store.Endpoint;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The transports at hand, by the scheme of their endpoints: one object a scheme, made when it is
 * first needed. Closing it closes them.
 */
public final class Transports implements AutoCloseable {
  private final Clock clock;
  private final Map<String, TransportFactory> factories = new TreeMap<>();
  private final Map<TransportFactory, Transport> made = new ConcurrentHashMap<>();
  private final Map<TransportFactory, Transport> guarded = new ConcurrentHashMap<>();

  /**
   * The transports of these factories. One that is given is preferred to one that is found.
   *
   * @param given by the host
   * @param found on the class path
   * @throws IllegalArgumentException when two that are given, or two that are found, serve the same
   *     scheme
   */
  public Transports(
      Clock clock, Iterable<TransportFactory> given, Iterable<TransportFactory> found) {
    this.clock = clock;
    factories.putAll(byScheme(found));
    factories.putAll(byScheme(given));
  }

  private static Map<String, TransportFactory> byScheme(Iterable<TransportFactory> factories) {
    Map<String, TransportFactory> schemes = new HashMap<>();
    for (TransportFactory factory : factories) {
      for (String scheme : factory.schemes()) {
        TransportFactory other = schemes.put(scheme, factory);
        if (other != null) {
          throw new IllegalArgumentException(
              "scheme %s is served by both %s and %s: leave one of them out"
                  .formatted(scheme, other.getClass().getName(), factory.getClass().getName()));
        }
      }
    }
    return schemes;
  }

  /**
   * The transport that a URI describes, bound to the URI's endpoints.
   *
   * @throws IllegalArgumentException when it cannot be read, a scheme is unknown, or a transport
   *     refuses its endpoint
   */
  public Transport open(String uri) {
    return open(TransportUri.parse(uri));
  }

  /** As {@link #open(String)}, from a URI that was read. */
  public Transport open(TransportUri uri) {
    if (uri instanceof TransportUri.Combined combined) {
      List<Transport> parts = combined.parts().stream().map(this::open).toList();
      return switch (combined.combinator()) {
        case FAILOVER -> new TransportGroup(clock, "failover", parts, false);
        case ROUNDROBIN -> new TransportGroup(clock, "roundrobin", parts, true);
        case BREAKER -> new Breaker(clock, parts.get(0));
      };
    }
    Endpoint endpoint = ((TransportUri.Single) uri).endpoint();
    return new BoundTransport(transport(checked(endpoint)), endpoint);
  }

  /**
   * The transport for a store's own account, with a breaker that tells endpoints apart. The
   * endpoint comes with each message.
   *
   * @throws IllegalArgumentException when its scheme is unknown or it is refused
   */
  public Transport forAccount(Endpoint account) {
    TransportFactory factory = checked(account);
    return guarded.computeIfAbsent(factory, f -> new Breaker(clock, transport(f)));
  }

  /** The schemes there are. */
  public Collection<String> schemes() {
    return List.copyOf(factories.keySet());
  }

  @Override
  public void close() {
    for (Transport transport : made.values()) {
      transport.close();
    }
  }

  private TransportFactory checked(Endpoint endpoint) {
    TransportFactory factory = factories.get(endpoint.scheme());
    if (factory == null) {
      throw new IllegalArgumentException(
          "no transport has the scheme %s: %s; is its jar on the class path?"
              .formatted(
                  Text.quoted(endpoint.scheme()),
                  Nearest.hint(endpoint.scheme(), factories.keySet())));
    }
    factory.check(endpoint);
    return factory;
  }

  private Transport transport(TransportFactory factory) {
    return made.computeIfAbsent(factory, f -> f.create(clock));
  }
}
