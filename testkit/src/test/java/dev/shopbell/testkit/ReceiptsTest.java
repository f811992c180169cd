package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.Receipt;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a receipt does to its delivery, early, late, twice or beside another. */
class ReceiptsTest {
  private final Shop shop = new Shop();

  @Test
  @Tag("delivery-05")
  void aReturnedLetterSettlesAnUnknownOneAndTheNextChannelIsTaken() {
    shop.mail.answer(new Outcome.Unknown("no answer to the final dot"));
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.dispatch();
      Instant now = shop.clock.instant();
      String id = sent.deliveries().get(0).value();
      notifier.receive(
          new Receipt(Receipt.BY_MAIL, id, Receipt.Status.FAILED, now, Optional.empty()));
      notifier.dispatch();
      assertThat(shop.sms).hasSent(1);
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
    }
  }

  @Test
  @Tag("delivery-05")
  void aChannelIsNotTakenAgainAfterALateReceiptForAnotherMessage() {
    shop.mail.answer(new Outcome.Rejected(Reason.BAD_ADDRESS, ""));
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.dispatch();
      notifier.receive(shop.receipt(Receipt.Status.DELIVERED, "sms-1"));
      notifier.receive(shop.receipt(Receipt.Status.FAILED, "sms-1"));
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.DELIVERED);
      assertThat(notifier.dispatch()).isZero();
    }
  }

  @Test
  @Tag("delivery-05")
  void aReceiptThatComesBeforeItsAcceptanceIsKeptAndMatched() {
    try (Notifier notifier = shop.builder().build()) {
      notifier.receive(shop.receipt(Receipt.Status.DELIVERED, "email-1"));
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.dispatch();
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.DELIVERED);
    }
  }

  @Test
  @Tag("delivery-05")
  void ofTwoReceiptsThatCameTooEarlyTheFirstCounts() {
    try (Notifier notifier = shop.builder().build()) {
      notifier.receive(shop.receipt(Receipt.Status.DELIVERED, "email-1"));
      notifier.receive(shop.receipt(Receipt.Status.FAILED, "email-1"));
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.dispatch();
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.DELIVERED);
      assertThat(shop.sms).hasSent(0);
    }
  }

  @Test
  @Tag("delivery-05")
  void aReceiptForTheChannelBeforeChangesNothing() {
    shop.mail.answer(Outcome.Accepted.of("recording", "mail-1"));
    shop.sms.answer(Outcome.Accepted.of("recording", "sms-1"));
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.dispatch();
      notifier.receive(shop.receipt(Receipt.Status.FAILED, "mail-1"));
      notifier.dispatch();
      notifier.receive(shop.receipt(Receipt.Status.FAILED, "mail-1"));
      notifier.receive(shop.receipt(Receipt.Status.DELIVERED, "mail-1"));
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
      notifier.receive(shop.receipt(Receipt.Status.DELIVERED, "sms-1"));
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.DELIVERED);
    }
  }
}
