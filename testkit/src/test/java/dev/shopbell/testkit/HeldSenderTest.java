package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After a refusal of who sends, no more is sent for it for a while. */
@Tag("mail-05")
class HeldSenderTest {
  private final Shop shop = new Shop();

  private DeliveryId send(Notifier notifier, String order) {
    return notifier.send(Shop.TEA, Shop.of("order.mail", order)).deliveries().get(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"POLICY", "SENDER_REFUSED"})
  void whatFollowsARefusedSenderWaitsAMinute(Reason reason) {
    shop.mail.answer(new Outcome.Rejected(reason, "550 5.7.1 listed"));
    try (Notifier notifier = shop.builder().build()) {
      send(notifier, "n-1");
      notifier.dispatch();
      DeliveryId second = send(notifier, "n-2");
      notifier.dispatch();
      assertThat(shop.mail).hasSent(1);
      Delivery waits = notifier.find(second).orElseThrow();
      assertThat(waits.state()).isEqualTo(DeliveryState.PENDING);
      assertThat(waits.progress().attempts()).isZero();
      assertThat(waits.progress().why())
          .isEqualTo("email waits: the sender was refused a short time ago");
      shop.clock.advance(Duration.ofMinutes(1));
      notifier.dispatch();
      assertThat(shop.mail).hasSent(2);
    }
  }

  @Test
  void itWaitsTwiceAsLongAfterTheNextRefusalAndNoLongerOnceOneIsAccepted() {
    Outcome refused = new Outcome.Rejected(Reason.POLICY, "550 5.7.1 listed");
    shop.mail.answer(refused).answer(refused);
    try (Notifier notifier = shop.builder().build()) {
      send(notifier, "n-1");
      notifier.dispatch();
      shop.clock.advance(Duration.ofMinutes(1));
      send(notifier, "n-2");
      notifier.dispatch();
      send(notifier, "n-3");
      shop.clock.advance(Duration.ofSeconds(119));
      notifier.dispatch();
      assertThat(shop.mail).hasSent(2);
      shop.clock.advance(Duration.ofSeconds(1));
      notifier.dispatch();
      send(notifier, "n-4");
      notifier.dispatch();
      assertThat(shop.mail).hasSent(4);
    }
  }

  @Test
  void otherStoresAndOtherReasonsAreNotHeld() {
    shop.mail
        .answer(new Outcome.Rejected(Reason.POLICY, "550 5.7.1 listed"))
        .answer(new Outcome.Rejected(Reason.BAD_ADDRESS, "550 5.1.1 no"));
    try (Notifier notifier = shop.builder().build()) {
      send(notifier, "n-1");
      notifier.dispatch();
      for (int i = 0; i < 2; i++) {
        notifier.send(Shop.COFFEE, Shop.of("order.mail", "n-2" + i));
        notifier.dispatch();
      }
      assertThat(shop.mail).hasSent(3);
    }
  }
}
