package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.identity.Verp;
import dev.shopbell.inbound.Match;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.suppression.SuppressionReason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which bounces are believed, and of which delivery. */
class InboxBeliefTest extends InboxAtWork {
  @Test
  @Tag("mail-06")
  void aForgedTokenChangesNothingWhateverElseFits() {
    DeliveryId id = send("order.mail");
    String forged =
        Verp.signed(OTHERS).address(EmailAddress.of("notify@platform.example"), id).value();
    Match match =
        notifier.receive(
            Returned.report(
                forged, ANN.value(), "failed", "5.1.1", messageId(), "2026-11-22T08:00:05"));

    assertThat(match.by()).isEqualTo(Match.By.FORGED);
    assertThatNothingChanged(id);
  }

  @Test
  @Tag("mail-06")
  void aBounceOfALetterToSomebodyElseChangesNothing() {
    DeliveryId id = send("order.mail");
    notifier.receive(Returned.bounce(returnPath(), "victim@customer.example", "5.1.1"));

    assertThatNothingChanged(id);
    assertThat(lists.find(Shop.TEA, EmailAddress.of("victim@customer.example"))).isEmpty();
  }

  @Test
  @Tag("mail-06")
  void aBounceForALetterThatWasNeverSentChangesNothing() {
    DeliveryId id = send("order.mail");
    notifier.receive(
        Returned.report(
            "notify@platform.example",
            ANN.value(),
            "failed",
            "5.1.1",
            "01kb3m7q2rabcdefgh0123456j@platform.example",
            "2026-11-22T08:00:05"));

    assertThatNothingChanged(id);
  }

  @Test
  @Tag("mail-06")
  void aBounceThatNamesNobodyIsBelievedOnTheSignedPathAlone() {
    DeliveryId id = send("order.mail");
    notifier.receive(
        Returned.report(
            "notify@platform.example", "", "failed", "5.1.1", messageId(), "2026-11-22T08:00:05"));
    assertThat(state(id)).isEqualTo(DeliveryState.ACCEPTED);

    notifier.receive(Returned.bounce(returnPath(), "", "5.1.1"));
    assertThat(state(id)).isEqualTo(DeliveryState.FAILED);
  }

  @Test
  @Tag("mail-06")
  void aBounceWithoutATokenIsMatchedByTheMessageIdThatComesBack() {
    DeliveryId id = send("order.mail");
    Match match =
        notifier.receive(
            Returned.report(
                "notify@platform.example",
                "Ann@Customer.example",
                "failed",
                "5.1.1",
                messageId(),
                "2026-11-22T08:00:05"));

    assertThat(match.by()).isEqualTo(Match.By.MESSAGE_ID);
    assertThat(state(id)).isEqualTo(DeliveryState.FAILED);
    assertThat(reason()).contains(SuppressionReason.HARD_BOUNCE);
  }
}
