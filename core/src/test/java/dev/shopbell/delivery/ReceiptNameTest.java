package dev.shopbell.delivery;

import static dev.shopbell.delivery.Deliveries.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.Channel;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Receipt;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReceiptNameTest {
  private final Delivery delivery = Deliveries.of("tea");

  private Delivery unknown(Channel channel, String transport) {
    Outcome outcome = new Outcome.Unknown("no answer");
    Attempt attempt = new Attempt(1, channel, transport, NOW, outcome);
    return delivery.with(
        new Progress(
            DeliveryState.UNKNOWN,
            delivery.progress().route(),
            NOW,
            1,
            Optional.of(attempt),
            true,
            "unknown"));
  }

  @Test
  @Tag("delivery-03")
  void whatAKilledWorkerHadBegunIsKnownByTheLettersOwnIdentifier() {
    ReceiptName mail = new ReceiptName(Receipt.BY_MAIL, delivery.id().value());
    assertThat(ReceiptName.of(unknown(Channel.EMAIL, ""))).containsExactly(mail);
    assertThat(ReceiptName.of(unknown(Channel.SMS, ""))).isEmpty();
  }

  @Test
  void whatHasNoAnswerIsKnownByItsTransportAndTheKeyThatItWasGiven() {
    assertThat(ReceiptName.of(unknown(Channel.SMS, "relay")))
        .containsExactly(new ReceiptName("relay", delivery.id() + "-sms"));
  }
}
