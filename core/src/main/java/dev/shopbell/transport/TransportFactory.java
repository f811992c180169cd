package dev.shopbell.transport;

import dev.shopbell.store.Endpoint;
import java.time.Clock;
import java.util.Set;

/**
 * Makes a transport for the schemes it names. Found by {@link java.util.ServiceLoader}: name the
 * class in {@code META-INF/services/dev.shopbell.transport.TransportFactory}.
 */
public interface TransportFactory {
  /** The schemes of the endpoints that its transport serves, {@code acme-sms}. */
  Set<String> schemes();

  /** A transport for all endpoints of these schemes. */
  Transport create(Clock clock);

  /**
   * Refuses an endpoint that the transport could not use, before anything is sent: no host, an
   * option it does not know.
   *
   * @throws IllegalArgumentException naming what is wrong and what would be right
   */
  default void check(Endpoint endpoint) {}
}
