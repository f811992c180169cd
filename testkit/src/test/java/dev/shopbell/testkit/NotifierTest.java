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
import dev.shopbell.delivery.RetryPolicy;
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
import dev.shopbell.transport.Receipt;
import dev.shopbell.transport.TransportInfo;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NotifierTest {
  private final Shop shop = new Shop();

  @Test
  void sendQueuesAndDispatchSends() {
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      assertThat(shop.mail).hasSent(0);
      assertThat(notifier.dispatch()).isEqualTo(1);
      assertThat(shop.mail).hasSent(1).hasSentTo("ann@customer.example").hasSaid("order.paid SO-1");
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
      assertThat(notifier.dispatch()).isZero();
    }
  }

  @Test
  @Tag("delivery-02")
  void theSameKeyTwiceIsOneNotice() {
    try (Notifier notifier = shop.builder().build()) {
      SendResult first = notifier.send(Shop.TEA, Shop.paid("SO-1").key("paid:SO-1"));
      SendResult second = notifier.send(Shop.TEA, Shop.paid("SO-1").key("paid:SO-1"));
      notifier.dispatch();
      SendResult third = notifier.send(Shop.TEA, Shop.paid("SO-1").key("paid:SO-1"));
      notifier.dispatch();
      assertThat(first.status()).isEqualTo(SendResult.Status.QUEUED);
      assertThat(second.status()).isEqualTo(SendResult.Status.DUPLICATE);
      assertThat(second.deliveries()).isEqualTo(first.deliveries());
      assertThat(third.isDuplicate()).isTrue();
      assertThat(shop.mail).hasSent(1);
    }
  }

  @Test
  @Tag("delivery-02")
  void theSameKeyWithOtherContentKeepsTheFirstAndTellsTheCaller() {
    try (Notifier notifier = shop.builder().build()) {
      notifier.send(Shop.TEA, Shop.paid("SO-1").key("k"));
      SendResult other = notifier.send(Shop.TEA, Shop.paid("SO-2").key("k"));
      notifier.dispatch();
      assertThat(other.status()).isEqualTo(SendResult.Status.DUPLICATE_WITH_OTHER_CONTENT);
      assertThat(shop.mail).hasSent(1).hasSaid("order.paid SO-1");
    }
  }

  @Test
  @Tag("delivery-02")
  void keysBelongToTheirStore() {
    try (Notifier notifier = shop.builder().build()) {
      notifier.send(Shop.TEA, Shop.paid("SO-1").key("k"));
      assertThat(notifier.send(Shop.COFFEE, Shop.paid("SO-1").key("k")).isDuplicate()).isFalse();
    }
  }

  @Test
  @Tag("delivery-02")
  @Tag("channel-04")
  void aKeyUsedWhileAllWasSwitchedOffStaysUsed() {
    Set<Channel> off = new HashSet<>(Set.of(Channel.EMAIL, Channel.SMS));
    Gate switches = Gate.switches(candidate -> !off.contains(candidate.channel()));
    try (Notifier notifier = shop.builder().gate(switches).build()) {
      SendResult none = notifier.send(Shop.TEA, Shop.paid("SO-1").key("k"));
      off.clear();
      SendResult again = notifier.send(Shop.TEA, Shop.paid("SO-1").key("k"));
      notifier.dispatch();
      assertThat(none.deliveries()).isEmpty();
      assertThat(none.skipped()).extracting(Skipped::reason).containsOnly(SkipReason.SWITCHED_OFF);
      assertThat(again.status()).isEqualTo(SendResult.Status.DUPLICATE);
      assertThat(shop.mail).hasSent(0);
    }
  }

  @Test
  @Tag("channel-04")
  void switchesAreReadAgainWhenItsTurnComes() {
    Set<Channel> off = ConcurrentHashMap.newKeySet();
    Gate switches = Gate.switches(candidate -> !off.contains(candidate.channel()));
    try (Notifier notifier = shop.builder().gate(switches).build()) {
      SendResult mail = notifier.send(Shop.TEA, Shop.of("order.mail", "SO-1"));
      SendResult either = notifier.send(Shop.TEA, Shop.paid("SO-2"));
      off.add(Channel.EMAIL);
      notifier.dispatch();
      assertThat(state(notifier, mail)).isEqualTo(DeliveryState.SKIPPED);
      assertThat(state(notifier, either)).isEqualTo(DeliveryState.ACCEPTED);
      assertThat(shop.mail).hasSent(0);
      assertThat(shop.sms).hasSent(1).hasSaid("order.paid SO-2");
      off.clear();
      assertThat(notifier.dispatch()).isZero();
    }
  }

  @Test
  @Tag("channel-04")
  void aChannelThatWasOffWhenItWasRaisedIsNeverTakenLater() {
    Set<Channel> off = ConcurrentHashMap.newKeySet();
    off.add(Channel.EMAIL);
    Gate switches = Gate.switches(candidate -> !off.contains(candidate.channel()));
    try (Notifier notifier = shop.builder().gate(switches).build()) {
      notifier.send(Shop.TEA, Shop.paid("SO-1"));
      off.clear();
      notifier.dispatch();
      assertThat(shop.mail).hasSent(0);
      assertThat(shop.sms).hasSent(1);
    }
  }

  @Test
  @Tag("channel-04")
  void whatHasExpiredIsNotSent() {
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1").expires(Duration.ofHours(1)));
      shop.clock.advance(Duration.ofHours(1));
      notifier.dispatch();
      assertThat(shop.mail).hasSent(0);
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.EXPIRED);
    }
  }

  @Test
  void notBeforeIsWaitedForAndExpiryCountsFromThere() {
    Instant later = shop.clock.instant().plus(Duration.ofDays(2));
    try (Notifier notifier = shop.builder().build()) {
      notifier.send(Shop.TEA, Shop.paid("SO-1").notBefore(later).expires(Duration.ofHours(1)));
      assertThat(notifier.dispatch()).isZero();
      shop.clock.set(later);
      assertThat(notifier.dispatch()).isEqualTo(1);
      assertThat(shop.mail).hasSent(1);
    }
  }

  @Test
  @Tag("channel-03")
  void firstOfGoesOnWhenAChannelRefuses() {
    shop.mail.answer(new Outcome.Rejected(Reason.BAD_ADDRESS, "550 5.1.1"));
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.dispatch();
      assertThat(sent.deliveries()).hasSize(1);
      assertThat(shop.mail).hasSent(1);
      assertThat(shop.sms).hasSent(1);
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
    }
  }

  @Test
  @Tag("channel-03")
  void firstOfGoesOnWhenAChannelIsReportedFailed() {
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.dispatch();
      notifier.receive(receipt(Receipt.Status.FAILED, "email-1"));
      notifier.receive(receipt(Receipt.Status.FAILED, "email-1"));
      notifier.dispatch();
      assertThat(shop.sms).hasSent(1);
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
    }
  }

  @Test
  @Tag("channel-03")
  @Tag("delivery-03")
  void anUnknownOutcomeIsParkedAndTakesNoOtherChannel() {
    shop.mail.answer(new Outcome.Unknown("no answer to the final dot"));
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.dispatch();
      shop.clock.advance(Duration.ofHours(20));
      assertThat(notifier.dispatch()).isZero();
      assertThat(shop.mail).hasSent(1);
      assertThat(shop.sms).hasSent(0);
      Delivery parked = notifier.find(sent.deliveries().get(0)).orElseThrow();
      assertThat(parked.state()).isEqualTo(DeliveryState.UNKNOWN);
      assertThat(parked.progress().why()).isEqualTo("email unknown: no answer to the final dot");
    }
  }

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
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
    }
  }

  @Test
  @Tag("delivery-03")
  void anUnknownOutcomeIsTriedAgainWithTheSameKeyWhereTheProviderDeduplicates() {
    RecordingTransport mail =
        RecordingTransport.of(TransportInfo.of("dedupe", Channel.EMAIL).deduplicating())
            .answer(new Outcome.Unknown("cut"));
    try (Notifier notifier = shop.bare().transport(mail).build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.of("order.mail", "SO-1"));
      notifier.dispatch();
      shop.clock.advance(Duration.ofSeconds(10));
      notifier.dispatch();
      assertThat(mail.sent()).hasSize(2);
      assertThat(mail.sent().get(1).context().key()).isEqualTo(mail.sent().get(0).context().key());
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
    }
  }

  @Test
  @Tag("delivery-03")
  void anUnknownOutcomeIsTriedAgainAfterTheTimeThatItsTypeStates() {
    shop.mail.answer(new Outcome.Unknown("cut"));
    try (Notifier notifier = shop.builder().build()) {
      notifier.send(Shop.TEA, Shop.of("outage", "SO-1"));
      notifier.dispatch();
      shop.clock.advance(Duration.ofMinutes(9));
      assertThat(notifier.dispatch()).isZero();
      shop.clock.advance(Duration.ofMinutes(1));
      assertThat(notifier.dispatch()).isEqualTo(1);
      assertThat(shop.mail).hasSent(2);
    }
  }

  @Test
  @Tag("delivery-05")
  void aChannelIsNotTakenAgainAfterALateReceiptForAnotherMessage() {
    shop.mail.answer(new Outcome.Rejected(Reason.BAD_ADDRESS, ""));
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.dispatch();
      notifier.receive(receipt(Receipt.Status.DELIVERED, "sms-1"));
      notifier.receive(receipt(Receipt.Status.FAILED, "sms-1"));
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.DELIVERED);
      assertThat(notifier.dispatch()).isZero();
    }
  }

  @Test
  @Tag("delivery-05")
  void aReceiptThatComesBeforeItsAcceptanceIsKeptAndMatched() {
    try (Notifier notifier = shop.builder().build()) {
      notifier.receive(receipt(Receipt.Status.DELIVERED, "email-1"));
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.dispatch();
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.DELIVERED);
    }
  }

  @Test
  @Tag("channel-03")
  void allOfIsADeliveryAChannelAndDrawsAdvice() {
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.of("order.both", "SO-1"));
      notifier.dispatch();
      assertThat(sent.deliveries()).hasSize(2);
      assertThat(shop.mail).hasSent(1);
      assertThat(shop.sms).hasSent(1);
      Explanation explanation = notifier.explain(Shop.TEA, Shop.of("order.both", "SO-1"));
      assertThat(explanation.advice()).singleElement().asString().contains("firstOf sends one");
      assertThat(notifier.explain(Shop.TEA, Shop.paid("SO-1")).advice()).isEmpty();
    }
  }

  @Test
  @Tag("delivery-04")
  void aDeferralWaitsLongerEachTimeAndAtLeastAsLongAsAsked() {
    shop.mail.answer(
        Outcome.Deferred.of(Reason.UNAVAILABLE, "421"),
        new Outcome.Deferred(Optional.of(Duration.ofMinutes(30)), Reason.THROTTLED, "450"));
    RetryPolicy retry = new RetryPolicy(Duration.ofSeconds(10), Duration.ofSeconds(10));
    try (Notifier notifier = shop.builder().retry(retry).build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.dispatch();
      shop.clock.advance(Duration.ofMillis(4_999));
      assertThat(notifier.dispatch()).isZero();
      shop.clock.advance(Duration.ofMillis(5_001));
      assertThat(notifier.dispatch()).isEqualTo(1);
      shop.clock.advance(Duration.ofMinutes(30).minusMillis(1));
      assertThat(notifier.dispatch()).isZero();
      shop.clock.advance(Duration.ofMillis(1));
      assertThat(notifier.dispatch()).isEqualTo(1);
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
      assertThat(shop.sms).hasSent(0);
    }
  }

  @Test
  @Tag("delivery-04")
  void retriesEndAtTheExpiryAndWhatIsGivenUpIsListedAndCanBeSentAgain() {
    shop.mail.answer(
        new Outcome.Deferred(Optional.of(Duration.ofDays(2)), Reason.UNAVAILABLE, "421 busy"));
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.dispatch();
      List<Delivery> listed = notifier.list(EnumSet.of(DeliveryState.EXPIRED), 10);
      assertThat(listed).extracting(Delivery::id).isEqualTo(sent.deliveries());
      assertThat(listed.get(0).progress().why()).isEqualTo("email deferred, UNAVAILABLE: 421 busy");
      assertThat(notifier.resend(sent.deliveries().get(0))).isPresent();
      notifier.dispatch();
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
      assertThat(notifier.resend(sent.deliveries().get(0))).isEmpty();
    }
  }

  @Test
  @Tag("delivery-04")
  void manyThatWereGivenUpAreSentAgainTheOldestFirst() {
    Outcome later =
        new Outcome.Deferred(Optional.of(Duration.ofDays(2)), Reason.UNAVAILABLE, "421 busy");
    shop.mail.answer(later).answer(later).answer(later);
    try (Notifier notifier = shop.builder().build()) {
      SendResult oldest = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.send(Shop.TEA, Shop.paid("SO-2"));
      notifier.send(Shop.TEA, Shop.paid("SO-3"));
      notifier.dispatch();

      assertThat(notifier.resend(EnumSet.of(DeliveryState.FAILED), 10)).isEmpty();
      assertThat(notifier.resend(EnumSet.of(DeliveryState.EXPIRED), 2))
          .hasSize(2)
          .extracting(Delivery::id)
          .containsAll(oldest.deliveries());
      assertThat(notifier.dispatch()).isEqualTo(2);
      assertThat(notifier.resend(EnumSet.allOf(DeliveryState.class), 10)).hasSize(1);
      notifier.dispatch();
      assertThat(notifier.backlog().givenUp()).isZero();
    }
  }

  @Test
  void aRefusedAccountWithNoOtherChannelIsTriedAgainSinceTheLetterWasNotRefused() {
    shop.mail.answer(new Outcome.Rejected(Reason.AUTHENTICATION, "535"));
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.of("order.mail", "SO-1"));
      notifier.dispatch();
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.PENDING);
      shop.clock.advance(Duration.ofSeconds(10));
      notifier.dispatch();
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
    }
  }

  @Test
  void aBrokenTemplateFailsOnItsChannelAndTheNextIsTaken() {
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.of("broken", "SO-1"));
      notifier.dispatch();
      assertThat(shop.mail).hasSent(0);
      assertThat(shop.sms).hasSent(1);
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
    }
  }

  @Test
  void aGateThatCannotAnswerPutsTheDeliveryOff() {
    Set<String> down = ConcurrentHashMap.newKeySet();
    Gate shaky =
        candidate -> {
          if (!down.isEmpty()) {
            throw new IllegalStateException("the settings' database is down");
          }
          return Optional.empty();
        };
    try (Notifier notifier = shop.builder().gate(shaky).build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      down.add("yes");
      notifier.dispatch();
      assertThat(shop.mail).hasSent(0);
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.PENDING);
      down.clear();
      shop.clock.advance(Duration.ofSeconds(10));
      notifier.dispatch();
      assertThat(shop.mail).hasSent(1);
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
      assertThat(state(notifier, reminder)).isEqualTo(DeliveryState.CANCELLED);
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
  void closeReturnsWhatWasNotDeliveredWithItsReason() {
    shop.mail.answer(
        new Outcome.Rejected(Reason.CONTENT, "554 no"),
        new Outcome.Unknown("cut"),
        Outcome.Deferred.of(Reason.UNAVAILABLE, "421 busy"));
    Notifier notifier = shop.builder().build();
    for (int i = 1; i <= 4; i++) {
      notifier.send(Shop.TEA, Shop.of("order.mail", "SO-" + i));
    }
    notifier.dispatch();
    List<Delivery> left = notifier.close(Duration.ZERO);
    assertThat(left)
        .extracting(delivery -> delivery.state() + " " + delivery.progress().why())
        .containsExactly(
            "FAILED email rejected, CONTENT: 554 no",
            "UNKNOWN email unknown: cut",
            "PENDING email deferred, UNAVAILABLE: 421 busy");
  }

  @Test
  @Tag("delivery-05")
  void ofTwoReceiptsThatCameTooEarlyTheFirstCounts() {
    try (Notifier notifier = shop.builder().build()) {
      notifier.receive(receipt(Receipt.Status.DELIVERED, "email-1"));
      notifier.receive(receipt(Receipt.Status.FAILED, "email-1"));
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.dispatch();
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.DELIVERED);
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
      notifier.receive(receipt(Receipt.Status.FAILED, "mail-1"));
      notifier.dispatch();
      notifier.receive(receipt(Receipt.Status.FAILED, "mail-1"));
      notifier.receive(receipt(Receipt.Status.DELIVERED, "mail-1"));
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
      notifier.receive(receipt(Receipt.Status.DELIVERED, "sms-1"));
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.DELIVERED);
    }
  }

  @Test
  void whatWasCancelledAfterItWasAcceptedTakesNoOtherChannel() {
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1").about("SO-1"));
      notifier.dispatch();
      Cancellation cancellation = notifier.cancel(Shop.TEA, "SO-1", "order.paid");
      notifier.receive(receipt(Receipt.Status.FAILED, "email-1"));
      notifier.dispatch();
      assertThat(cancellation.tooLate()).isEqualTo(sent.deliveries());
      assertThat(shop.sms).hasSent(0);
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.CANCELLED);
    }
  }

  @Test
  @Tag("channel-03")
  void afterAnUnknownAttemptNoOtherChannelIsTakenEvenWhenTheNextIsRefused() {
    RecordingTransport mail =
        RecordingTransport.of(TransportInfo.of("dedupe", Channel.EMAIL).deduplicating())
            .answer(new Outcome.Unknown("cut"), new Outcome.Rejected(Reason.CONTENT, "554"));
    try (Notifier notifier = shop.bare().transport(mail).transport(shop.sms).build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.dispatch();
      shop.clock.advance(Duration.ofSeconds(10));
      notifier.dispatch();
      assertThat(mail).hasSent(2);
      assertThat(shop.sms).hasSent(0);
      assertThat(state(notifier, sent)).isEqualTo(DeliveryState.UNKNOWN);
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

  @Test
  void aClosedNotifierDispatchesNothingMore() {
    Notifier notifier = shop.builder().build();
    notifier.send(Shop.TEA, Shop.paid("SO-1"));
    assertThat(notifier.close(Duration.ZERO)).hasSize(1);
    assertThat(notifier.dispatch()).isZero();
    assertThat(shop.mail).hasSent(0);
  }

  @Test
  void aClosedNotifierRefusesSinceNobodyWouldSendIt() {
    Notifier notifier = shop.builder().build();
    notifier.close();
    assertThatThrownBy(() -> notifier.send(Shop.TEA, Shop.paid("SO-1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the notifier is closed: nothing more can be sent");
    assertThat(notifier.close(Duration.ZERO)).isEmpty();
  }

  private static DeliveryState state(Notifier notifier, SendResult sent) {
    return notifier.find(sent.deliveries().get(0)).orElseThrow().state();
  }

  private Receipt receipt(Receipt.Status status, String id) {
    return new Receipt("recording", id, status, shop.clock.instant(), Optional.empty());
  }
}
