package dev.shopbell.testkit;

import dev.shopbell.address.Channel;
import dev.shopbell.transport.OutboundEmail;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportInfo;
import java.util.function.Consumer;

/** A transport for mail during whose work something happens. */
final class SettableAnswer implements Transport {
  private Consumer<OutboundEmail> work = letter -> {};

  void during(Consumer<OutboundEmail> work) {
    this.work = work;
  }

  @Override
  public TransportInfo info() {
    return TransportInfo.of("settable", Channel.EMAIL);
  }

  @Override
  public Outcome send(OutboundMessage message, SendContext context) {
    work.accept((OutboundEmail) message);
    return Outcome.Accepted.of("settable", "1");
  }
}
