package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Cancellation;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.plan.Explanation;
import dev.shopbell.plan.Gate;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.Receipt;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportInfo;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which channel a delivery takes, and which comes after it. */
class ChannelsAtSendingTest {
  private final Shop shop = new Shop();

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
      assertThat(Shop.state(notifier, mail)).isEqualTo(DeliveryState.SKIPPED);
      assertThat(Shop.state(notifier, either)).isEqualTo(DeliveryState.ACCEPTED);
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
  @Tag("channel-03")
  void firstOfGoesOnWhenAChannelRefuses() {
    shop.mail.answer(new Outcome.Rejected(Reason.BAD_ADDRESS, "550 5.1.1"));
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.dispatch();
      assertThat(sent.deliveries()).hasSize(1);
      assertThat(shop.mail).hasSent(1);
      assertThat(shop.sms).hasSent(1);
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
    }
  }

  @Test
  @Tag("channel-03")
  void firstOfGoesOnWhenAChannelIsReportedFailed() {
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1"));
      notifier.dispatch();
      notifier.receive(shop.receipt(Receipt.Status.FAILED, "email-1"));
      notifier.receive(shop.receipt(Receipt.Status.FAILED, "email-1"));
      notifier.dispatch();
      assertThat(shop.sms).hasSent(1);
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
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
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.UNKNOWN);
    }
  }

  @Test
  void aBrokenTemplateFailsOnItsChannelAndTheNextIsTaken() {
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.of("broken", "SO-1"));
      notifier.dispatch();
      assertThat(shop.mail).hasSent(0);
      assertThat(shop.sms).hasSent(1);
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
    }
  }

  @Test
  void whatWasCancelledAfterItWasAcceptedTakesNoOtherChannel() {
    try (Notifier notifier = shop.builder().build()) {
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1").about("SO-1"));
      notifier.dispatch();
      Cancellation cancellation = notifier.cancel(Shop.TEA, "SO-1", "order.paid");
      notifier.receive(shop.receipt(Receipt.Status.FAILED, "email-1"));
      notifier.dispatch();
      assertThat(cancellation.tooLate()).isEqualTo(sent.deliveries());
      assertThat(shop.sms).hasSent(0);
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.CANCELLED);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsBeingSentIsTooLateToCancelAlsoWhereNoBeginningIsMarked(boolean deduplicates) {
    AtomicReference<Notifier> sender = new AtomicReference<>();
    AtomicReference<Cancellation> told = new AtomicReference<>();
    TransportInfo info = TransportInfo.of("slow", Channel.EMAIL);
    Transport slow =
        new Transport() {
          @Override
          public TransportInfo info() {
            return deduplicates ? info.deduplicating() : info;
          }

          @Override
          public Outcome send(OutboundMessage message, SendContext context) {
            told.set(sender.get().cancel(Shop.TEA, "SO-1", "order.paid"));
            return new Outcome.Accepted("slow", List.of(), 0);
          }
        };
    try (Notifier notifier = shop.bare().transport(slow).transport(shop.sms).build()) {
      sender.set(notifier);
      SendResult sent = notifier.send(Shop.TEA, Shop.paid("SO-1").about("SO-1"));
      notifier.dispatch();
      assertThat(told.get().cancelled()).isEmpty();
      assertThat(told.get().tooLate()).isEqualTo(sent.deliveries());
      assertThat(Shop.state(notifier, sent)).isEqualTo(DeliveryState.ACCEPTED);
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
}
