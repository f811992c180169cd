package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.delivery.Cancellation;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.InMemoryDeliveryStore;
import dev.shopbell.delivery.Preview;
import dev.shopbell.delivery.QueueFullException;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.notice.InvalidNoticeException;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Secret;
import dev.shopbell.plan.Explanation;
import dev.shopbell.plan.Gate;
import dev.shopbell.plan.SkipReason;
import dev.shopbell.plan.Skipped;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.transport.OutboundEmail;
import dev.shopbell.transport.OutboundSms;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a notifier sends, explains, previews, cancels and refuses. */
class NotifierTest {
  private final Shop shop = new Shop();

  @Test
  void sendQueuesAndDispatchSends() {
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      assertThat(shop.mail).hasSent(0);
      assertThat(notifier.dispatch()).isEqualTo(1);
      assertThat(shop.mail).hasSent(1).hasSentTo("ann@customer.example").hasSaid("order.paid SO-1");
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
      assertThat(notifier.dispatch()).isZero();
    }
  }

  @Test
  @Tag("channel-11")
  void explainAnswersWhatSendWouldDo() {
    Gate noMail = Gate.switches(candidate -> !candidate.channel().equals(Channel.EMAIL));
    try (Notifier notifier = shop.builder().gate(noMail).build()) {
      Explanation explanation = notifier.explain(Shop.TEA, Shop.paid("SO-1"));
      assertThat(explanation.plans())
          .singleElement()
          .satisfies(
              plan -> {
                assertThat(plan.route()).containsExactly(Channel.SMS);
                assertThat(plan.skipped())
                    .containsExactly(
                        new Skipped("order.paid", Channel.EMAIL, SkipReason.SWITCHED_OFF));
              });
      assertThat(explanation.wouldSend()).isTrue();
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      assertThat(sent.skipped()).isEqualTo(explanation.plans().get(0).skipped());
      notifier.dispatch();
      assertThat(shop.sms).hasSent(1);
    }
  }

  @Test
  @Tag("sender-13")
  void eachAdminIsToldByADeliveryOfTheirOwn() {
    shop.put(withAdmins(shop.stores.get(Shop.TEA)));
    shop.mail.answer(
        Outcome.Accepted.of("recording", "shopper"),
        new Outcome.Rejected(Reason.BAD_ADDRESS, "550 no such admin"));
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.of("order.told", "SO-1"));
      notifier.dispatch();
      assertThat(sent.deliveries())
          .extracting(id -> notifier.find(id).orElseThrow().state())
          .containsExactly(DeliveryState.ACCEPTED, DeliveryState.FAILED, DeliveryState.ACCEPTED);
      assertThat(shop.mail.messages())
          .extracting(message -> message.to().value())
          .containsExactly("ann@customer.example", "one@admin.example", "two@admin.example");
      assertThat(shop.mail).hasSaid("admin.order.told SO-1");
    }
  }

  @Test
  @Tag("sender-01")
  @Tag("sender-07")
  void theSenderIsDecidedWhenItIsSentAndOnlyFromTheStoresOwnSettings() {
    try (Notifier notifier = shop.builder().build()) {
      notifier.send(Shop.TEA, Shop.of("order.mail", "SO-1"));
      notifier.send(Shop.COFFEE, Shop.of("order.mail", "SO-2"));
      shop.put(shop.stores.get(Shop.TEA).toBuilder().name("Ann's Finest Tea").build());
      notifier.dispatch();
      assertThat(shop.mail.messages())
          .extracting(message -> ((OutboundEmail) message).sender().from().name())
          .containsExactlyInAnyOrder("Ann's Finest Tea", "Bo's Coffee");
    }
  }

  private static Store withAdmins(Store store) {
    return store.toBuilder()
        .mailboxes(
            store
                .mailboxes()
                .withAdmins(
                    EmailAddress.of("one@admin.example"), EmailAddress.of("two@admin.example")))
        .build();
  }

  @Test
  void previewRendersEveryChannelAndSendsNothing() {
    try (Notifier notifier = shop.builder().build()) {
      Preview preview = notifier.preview(Shop.TEA, Shop.paid("SO-1")).get(0);
      assertThat(preview.messages()).hasSize(2);
      assertThat(((OutboundEmail) preview.messages().get(0)).content().subject())
          .isEqualTo("order.paid SO-1");
      assertThat(((OutboundSms) preview.messages().get(1)).content().text())
          .isEqualTo("order.paid SO-1");
      assertThat(notifier.dispatch()).isZero();
    }
  }

  @Test
  void cancelStopsWhatIsPendingOfThatTypeAboutThatThing() {
    try (Notifier notifier = shop.builder().build()) {
      SendResult reminder = notifier.send(Shop.TEA, Shop.of("order.mail", "1").about("SO-1"));
      notifier.send(Shop.TEA, Shop.of("order.mail", "2").about("SO-2"));
      notifier.send(Shop.COFFEE, Shop.of("order.mail", "3").about("SO-1"));
      Cancellation cancellation = notifier.cancel(Shop.TEA, "SO-1", "order.mail");
      notifier.dispatch();
      assertThat(cancellation.cancelled())
          .extracting(Delivery::id)
          .isEqualTo(reminder.deliveries());
      assertThat(Shop.state(notifier, reminder)).isEqualTo(DeliveryState.CANCELLED);
      assertThat(shop.mail).hasSent(2).hasSaid("order.mail 2").hasSaid("order.mail 3");
      assertThat(notifier.cancel(Shop.TEA, "SO-2", "order.mail").cancelled()).isEmpty();
    }
  }

  @Test
  void aSecretIsRefusedWithoutALinkToItAndOtherwiseRendersAsThatLink() {
    Notification withKey =
        Notification.of(
            "order.mail",
            Shop.ann(),
            Map.of("order", "SO-1", "cardKey", Secret.reference("vault-7")));
    try (Notifier notifier = shop.builder().build()) {
      assertThatThrownBy(() -> notifier.send(Shop.TEA, withKey))
          .isInstanceOf(InvalidNoticeException.class)
          .hasMessageContaining("secretLinks");
    }
    try (Notifier notifier =
        new Shop()
            .bare()
            .transport(shop.mail)
            .secretLinks((store, delivery, secret) -> URI.create("https://shop.example/view/x"))
            .build()) {
      notifier.send(Shop.TEA, withKey);
      notifier.dispatch();
      OutboundEmail letter = (OutboundEmail) shop.mail.messages().get(0);
      assertThat(letter.content().text())
          .contains("https://shop.example/view/x")
          .doesNotContain("vault-7");
    }
  }

  @Test
  void refusesWhatItDoesNotKnowAndQueuesNothing() {
    try (Notifier notifier = shop.builder().build()) {
      assertThatThrownBy(() -> notifier.send(new StoreId("nobody"), Shop.paid("SO-1")))
          .isInstanceOf(InvalidNoticeException.class)
          .hasMessage("store \"nobody\" is unknown: the StoreDirectory has none of that id");
      assertThatThrownBy(() -> notifier.send(Shop.TEA, Shop.of("order.payed", "SO-1")))
          .isInstanceOf(InvalidNoticeException.class)
          .hasMessageContaining("\"order.payed\" is unknown: did you mean \"order.paid\"?");
      assertThat(notifier.dispatch()).isZero();
    }
  }

  @Test
  @Tag("template-03")
  void refusesAMissingVariableBeforeAnythingIsQueued() {
    try (Notifier notifier = shop.builder().build()) {
      assertThatThrownBy(
              () -> notifier.send(Shop.TEA, Notification.of("order.paid", Shop.ann(), Map.of())))
          .isInstanceOf(InvalidNoticeException.class)
          .hasMessageContaining("data.order is missing");
      assertThat(notifier.list(EnumSet.allOf(DeliveryState.class), 10)).isEmpty();
    }
  }

  @Test
  void aFullQueueRefusesTheNoticeAndKeepsTheOthers() {
    try (Notifier notifier = shop.builder().deliveries(new InMemoryDeliveryStore(2)).build()) {
      notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.send(Shop.TEA, Shop.paid("SO-2"));
      assertThatThrownBy(() -> notifier.send(Shop.TEA, Shop.paid("SO-3").key("k")))
          .isInstanceOf(QueueFullException.class)
          .hasMessageContaining("full with 2 deliveries");
      notifier.dispatch();
      assertThat(shop.mail).hasSent(2);
      assertThat(notifier.send(Shop.TEA, Shop.paid("SO-3").key("k")).isDuplicate()).isFalse();
    }
  }

  @Test
  @Tag("spi-04")
  void theDeadlineCountsFromTheClaimAndNotFromTheHandingOver() {
    Gate slow =
        candidate -> {
          shop.clock.advance(Duration.ofSeconds(25));
          return Optional.empty();
        };
    try (Notifier notifier = shop.builder().gate(slow).build()) {
      notifier.send(Shop.TEA, Shop.of("order.mail", "SO-1"));
      Instant claimed = shop.clock.instant();
      notifier.dispatch();
      assertThat(shop.mail.sent().get(0).context().deadline())
          .isEqualTo(claimed.plus(Duration.ofMinutes(1)));
    }
  }
}
