package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.identity.Verp;
import dev.shopbell.inbound.InboundMail;
import dev.shopbell.inbound.Match;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.suppression.SuppressionReason;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bounces and complaints do to their delivery and to the list of suppressed addresses. */
class InboxTest extends InboxAtWork {
  @Test
  @Tag("mail-06")
  void aBounceToTheSignedReturnPathFailsItsDeliveryAndSuppressesItsAddress() {
    DeliveryId id = send("order.mail");
    Match match = notifier.receive(Returned.bounce(returnPath(), ANN.value(), "5.1.1"));

    assertThat(match.by()).isEqualTo(Match.By.SIGNED_RETURN_PATH);
    assertThat(state(id)).isEqualTo(DeliveryState.FAILED);
    assertThat(reason()).contains(SuppressionReason.HARD_BOUNCE);
    assertThat(told).containsExactly("bounced 5.1.1");
  }

  @Test
  @Tag("channel-03")
  void aBounceGoesOnToTheNextChannelAsAProvidersReceiptDoes() {
    send("order.paid");
    notifier.receive(Returned.bounce(returnPath(), ANN.value(), "5.1.1"));
    notifier.dispatch();

    assertThat(shop.sms).hasSent(1);
  }

  @Test
  @Tag("delivery-05")
  void theSameBounceAgainChangesNothing() {
    DeliveryId id = send("order.paid");
    InboundMail bounce = Returned.bounce(returnPath(), ANN.value(), "4.4.7");
    for (int i = 0; i < 5; i++) {
      notifier.receive(bounce);
      notifier.dispatch();
    }

    assertThat(shop.sms).hasSent(1);
    assertThat(state(id)).isEqualTo(DeliveryState.ACCEPTED);
    assertThat(reason()).isEmpty();
  }

  @Test
  @Tag("delivery-05")
  void aBounceThatComesBeforeTheAcceptanceIsKnownIsKeptAndMatched() {
    SettableAnswer answer = new SettableAnswer();
    notifier.close();
    notifier = shop.bare().transport(answer).verp(Verp.signed(KEYS)).suppressions(lists).build();
    answer.during(
        letter ->
            notifier.receive(
                Returned.bounce(letter.sender().returnPath().value(), ANN.value(), "5.1.1")));
    DeliveryId id = notifier.send(Shop.TEA, Shop.of("order.mail", "SO-1")).deliveries().get(0);
    notifier.dispatch();

    assertThat(state(id)).isEqualTo(DeliveryState.FAILED);
  }

  @Test
  @Tag("delivery-05")
  void aComplaintAfterABounceDoesNotBringTheLetterBack() {
    DeliveryId id = send("order.mail");
    notifier.receive(Returned.bounce(returnPath(), ANN.value(), "4.2.2"));
    notifier.receive(Returned.complaint(returnPath(), ANN.value()));

    assertThat(state(id)).isEqualTo(DeliveryState.FAILED);
    assertThat(reason()).contains(SuppressionReason.COMPLAINT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann@customer.example", ""})
  @Tag("mail-06")
  void aComplaintSaysThatItArrivedAndSuppresses(String shown) {
    DeliveryId id = send("order.mail");
    notifier.receive(Returned.complaint(returnPath(), shown));

    assertThat(state(id)).isEqualTo(DeliveryState.DELIVERED);
    assertThat(reason()).contains(SuppressionReason.COMPLAINT);
    assertThat(told).containsExactly("complained");
  }

  @Test
  @Tag("mail-06")
  void delayedIsNoBounce() {
    DeliveryId id = send("order.mail");
    notifier.receive(
        Returned.report(returnPath(), ANN.value(), "delayed", "4.4.1", "", "2026-11-22T08:00:05"));

    assertThat(state(id)).isEqualTo(DeliveryState.ACCEPTED);
    assertThat(reason()).isEmpty();
    assertThat(told).containsExactly("delayed 4.4.1");
  }

  @Test
  @Tag("mail-06")
  void aRefusalByPolicyNeverSuppresses() {
    for (int i = 0; i < 5; i++) {
      send("order.mail");
      notifier.receive(Returned.bounce(returnPath(), ANN.value(), "5.7.26"));
    }
    assertThat(reason()).isEmpty();
  }

  @Test
  @Tag("mail-06")
  void softBouncesSuppressWhenLettersFailAgainAndAgain() {
    for (int i = 0; i < 2; i++) {
      send("order.mail");
      notifier.receive(Returned.bounce(returnPath(), ANN.value(), "5.2.2"));
      assertThat(reason()).isEmpty();
    }
    send("order.mail");
    notifier.receive(Returned.bounce(returnPath(), ANN.value(), "4.4.7"));
    assertThat(reason()).contains(SuppressionReason.SOFT_BOUNCES);
  }

  @Test
  @Tag("delivery-05")
  void aReportFromBeforeTheDeliveryWasSentAgainSaysNothingOfTheNewLetter() {
    DeliveryId id = send("order.mail");
    InboundMail bounce = Returned.bounce(returnPath(), ANN.value(), "4.4.7");
    notifier.receive(bounce);
    shop.clock.advance(Duration.ofHours(3));
    notifier.resend(id);
    notifier.dispatch();
    notifier.receive(bounce);

    assertThat(state(id)).isEqualTo(DeliveryState.ACCEPTED);
  }
}
