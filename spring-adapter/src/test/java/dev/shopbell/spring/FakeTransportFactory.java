package dev.shopbell.spring;

import dev.shopbell.testkit.RecordingTransport;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportFactory;
import java.time.Clock;
import java.util.Set;

/**
 * Serves a scheme by a transport that only keeps what it is handed.
 *
 * @param scheme the one scheme
 * @param transport the one transport
 */
record FakeTransportFactory(String scheme, RecordingTransport transport)
    implements TransportFactory {
  /** Serves {@code fake://}. */
  FakeTransportFactory() {
    this("fake");
  }

  /** Serves it by text messages. */
  FakeTransportFactory(String scheme) {
    this(scheme, Host.sms());
  }

  @Override
  public Set<String> schemes() {
    return Set.of(scheme);
  }

  @Override
  public Transport create(Clock clock) {
    return transport;
  }
}
