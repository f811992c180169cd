package dev.shopbell;

import dev.shopbell.delivery.Carriers;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportFactory;
import dev.shopbell.transport.Transports;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;

/** The platform's transports as they were given to the builder: built, by URI, and their kinds. */
final class PlatformTransports {
  private final List<String> uris = new ArrayList<>();
  private final List<Transport> built = new ArrayList<>();
  private final List<TransportFactory> factories = new ArrayList<>();

  void add(String uri) {
    uris.add(Objects.requireNonNull(uri, "uri"));
  }

  void add(Transport transport) {
    built.add(Objects.requireNonNull(transport, "transport"));
  }

  void add(TransportFactory factory) {
    factories.add(Objects.requireNonNull(factory, "factory"));
  }

  /**
   * Opens all of them.
   *
   * @throws IllegalArgumentException when one cannot be used, or a channel has two
   */
  Carriers open(Clock clock) {
    Transports kinds = new Transports(clock, factories, ServiceLoader.load(TransportFactory.class));
    return Carriers.of(built, uris, kinds);
  }
}
