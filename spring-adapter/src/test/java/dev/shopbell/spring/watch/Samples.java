package dev.shopbell.spring.watch;

import dev.shopbell.address.Channel;
import dev.shopbell.address.PhoneNumber;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import dev.shopbell.notice.Purpose;
import dev.shopbell.store.Endpoint;
import dev.shopbell.template.SmsContent;
import dev.shopbell.testkit.SampleDeliveries;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.OutboundSms;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.TransportInfo;
import java.util.List;
import java.util.Optional;

/** Deliveries, and what becomes of them. */
final class Samples {
  static final TransportInfo RELAY = TransportInfo.of("relay", Channel.EMAIL);
  static final Endpoint OWN = Endpoint.parse("smtp://u:hunter2@mail.annstea.example");
  static final Outcome ACCEPTED = Outcome.Accepted.of("relay", "1");
  static final Outcome REFUSED =
      new Outcome.Rejected(Reason.BAD_ADDRESS, "550 <ann@customer.example>");
  static final Outcome LOGIN = new Outcome.Rejected(Reason.AUTHENTICATION, "535 no");
  static final Outcome BUSY = Outcome.Deferred.of(Reason.UNAVAILABLE, "421 later");
  static final Outcome UNKNOWN = new Outcome.Unknown("cut off");

  static final OutboundMessage MESSAGE =
      new OutboundSms(
          new PhoneNumber("+8613812345600"),
          "Tea",
          new SmsContent("Paid.", Optional.empty()),
          Purpose.TRANSACTIONAL);

  private Samples() {}

  static Delivery pending() {
    return SampleDeliveries.of("tea");
  }

  /** The first attempt at it, so long after it might go out. */
  static Attempt attempt(Outcome outcome, long seconds) {
    return new Attempt(
        1, Channel.EMAIL, "relay", SampleDeliveries.NOW.plusSeconds(seconds), outcome);
  }

  /** A delivery that came there. */
  static Delivery ended(DeliveryState state) {
    Progress progress =
        new Progress(
            state, List.of(Channel.EMAIL), SampleDeliveries.NOW, 1, Optional.empty(), false, "");
    return pending().with(progress);
  }
}
