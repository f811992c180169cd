package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.RetryPolicy;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.plan.Gate;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.TransportInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When an attempt is made again, until when, and how a person has it made again. */
class TryingAgainTest {
  private final Shop shop = new Shop();

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
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
      assertThat(shop.sms).hasSent(0);
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
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
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
  void aRefusedAccountWithNoOtherChannelIsTriedAgainSinceTheLetterWasNotRefused() {
    shop.mail.answer(new Outcome.Rejected(Reason.AUTHENTICATION, "535"));
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.of("order.mail", "SO-1"));
      notifier.dispatch();
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.PENDING);
      shop.clock.advance(Duration.ofSeconds(10));
      notifier.dispatch();
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
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
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.PENDING);
      down.clear();
      shop.clock.advance(Duration.ofSeconds(10));
      notifier.dispatch();
      assertThat(shop.mail).hasSent(1);
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
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.EXPIRED);
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
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
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
}
