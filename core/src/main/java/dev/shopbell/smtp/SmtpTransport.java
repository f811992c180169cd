package dev.shopbell.smtp;

import dev.shopbell.address.Channel;
import dev.shopbell.mime.Letters;
import dev.shopbell.transport.OutboundEmail;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportException;
import dev.shopbell.transport.TransportInfo;
import java.time.Clock;
import java.util.Optional;

/** Letters over SMTP with our own client. */
final class SmtpTransport implements Transport {
  private static final TransportInfo INFO = TransportInfo.of(SmtpClient.NAME, Channel.EMAIL);

  private final Clock clock;
  private final SmtpClient client;

  SmtpTransport(Clock clock, SmtpClient client) {
    this.clock = clock;
    this.client = client;
  }

  @Override
  public TransportInfo info() {
    return INFO;
  }

  @Override
  public Outcome send(OutboundMessage message, SendContext context) throws TransportException {
    if (!(message instanceof OutboundEmail email)) {
      return new Outcome.Rejected(Reason.CONTENT, "this transport takes letters alone");
    }
    SmtpEnvelope envelope =
        new SmtpEnvelope(
            Optional.of(email.sender().returnPath()), email.to(), context.delivery().toString());
    try {
      Outcome outcome =
          client
              .send(
                  context.endpoint(),
                  envelope,
                  eightBit -> Letters.wire(email, eightBit),
                  context.remaining(clock))
              .outcome();
      return outcome instanceof Outcome.Accepted
          ? Outcome.Accepted.of(SmtpClient.NAME, email.messageId())
          : outcome;
    } catch (IllegalArgumentException e) {
      return new Outcome.Rejected(Reason.CONFIGURATION, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
