package dev.shopbell.transport;

import dev.shopbell.store.Endpoint;

/** A transport at one endpoint of the platform's. Closed with the transport it shares. */
record BoundTransport(Transport transport, Endpoint endpoint) implements Transport {
  @Override
  public TransportInfo info() {
    return transport.info();
  }

  @Override
  public Outcome send(OutboundMessage message, SendContext context)
      throws TransportException, InterruptedException {
    return transport.send(message, context.at(endpoint));
  }
}
