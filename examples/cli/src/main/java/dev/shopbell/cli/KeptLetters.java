package dev.shopbell.cli;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.smtp.SmtpTransportFactory;
import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.OutboundEmail;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportException;
import dev.shopbell.transport.TransportFactory;
import dev.shopbell.transport.TransportInfo;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Mail by SMTP, where each letter that a server took is in the folder before anybody is told. The
 * demo's own servers have no memory but that folder, which takes a letter once; so they count as
 * ones that de-duplicate. Any other server does not: what was under way to it when the demo was
 * killed is unknown.
 */
final class KeptLetters implements TransportFactory {
  private final TransportFactory smtp = new SmtpTransportFactory();
  private final LetterFolder letters;
  private final DeliveryStore deliveries;
  private final boolean ownServers;

  KeptLetters(LetterFolder letters, DeliveryStore deliveries, boolean ownServers) {
    this.letters = letters;
    this.deliveries = deliveries;
    this.ownServers = ownServers;
  }

  @Override
  public Set<String> schemes() {
    return smtp.schemes();
  }

  @Override
  public void check(Endpoint endpoint) {
    smtp.check(endpoint);
  }

  @Override
  public Transport create(Clock clock) {
    return new Keeping(smtp.create(clock));
  }

  private final class Keeping implements Transport {
    private final Transport transport;

    Keeping(Transport transport) {
      this.transport = transport;
    }

    @Override
    public TransportInfo info() {
      TransportInfo info = transport.info();
      return ownServers ? info.deduplicating() : info;
    }

    @Override
    public Outcome send(OutboundMessage message, SendContext context)
        throws TransportException, InterruptedException {
      Optional<Delivery> delivery = deliveries.find(context.delivery());
      if (ownServers && delivery.filter(letters::has).isPresent()) {
        return Outcome.Accepted.of(info().name(), context.key());
      }
      Outcome outcome = transport.send(message, context);
      if (outcome instanceof Outcome.Accepted && message instanceof OutboundEmail letter) {
        delivery.ifPresent(known -> letters.write(known, letter));
      }
      return outcome;
    }

    @Override
    public void close() {
      transport.close();
    }
  }
}
