package com.example.acme;

import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportFactory;
import java.time.Clock;
import java.util.Set;

/** Serves {@code acme-sms://account:secret@gateway.example}; {@code ?tls=none} is for tests. */
public final class AcmeSmsTransportFactory implements TransportFactory {
  /** Made by {@link java.util.ServiceLoader}. */
  public AcmeSmsTransportFactory() {}

  @Override
  public Set<String> schemes() {
    return Set.of("acme-sms");
  }

  @Override
  public Transport create(Clock clock) {
    return new AcmeSmsTransport(clock);
  }

  @Override
  public void check(Endpoint endpoint) {
    endpoint.requireHost().requireLogin().allowOptions(Set.of("tls"));
  }
}
