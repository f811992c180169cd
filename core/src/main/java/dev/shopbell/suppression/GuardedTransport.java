package dev.shopbell.suppression;

import dev.shopbell.transport.OutboundEmail;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportException;
import dev.shopbell.transport.TransportInfo;
import java.util.Optional;

/** Asks the list before each letter, and hands it over only when its recipient is not there. */
final class GuardedTransport implements Transport {
  private final Suppressions suppressions;
  private final Transport transport;

  GuardedTransport(Suppressions suppressions, Transport transport) {
    this.suppressions = suppressions;
    this.transport = transport;
  }

  @Override
  public TransportInfo info() {
    return transport.info();
  }

  @Override
  public Outcome send(OutboundMessage message, SendContext context)
      throws TransportException, InterruptedException {
    Optional<SuppressedAddress> entry = find(message, context);
    return entry.isPresent()
        ? new Outcome.Rejected(
            Reason.RECIPIENT_UNAVAILABLE,
            "suppressed for this store since "
                + entry.get().time()
                + ": "
                + entry.get().reason().code())
        : transport.send(message, context);
  }

  private Optional<SuppressedAddress> find(OutboundMessage message, SendContext context)
      throws TransportException {
    if (!(message instanceof OutboundEmail letter)) {
      return Optional.empty();
    }
    try {
      return suppressions.find(context.store(), letter.to());
    } catch (RuntimeException e) {
      throw TransportException.nothingLeft("the suppression list could not be asked", e);
    }
  }

  @Override
  public void close() {
    transport.close();
  }
}
