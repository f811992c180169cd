package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.NotifierBuilder;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.identity.Verp;
import dev.shopbell.inbound.InboundListener;
import dev.shopbell.inbound.InboundMail;
import dev.shopbell.inbound.InboundReply;
import dev.shopbell.inbound.Match;
import dev.shopbell.inbound.ReportedRecipient;
import dev.shopbell.inbound.Verdict;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.Notification;
import dev.shopbell.store.Credential;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.suppression.SuppressedAddress;
import dev.shopbell.suppression.SuppressionReason;
import dev.shopbell.suppression.Suppressions;
import dev.shopbell.transport.OutboundEmail;
import dev.shopbell.transport.OutboundMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back, from the raw message to the receipt, the list and the event. */
class InboxTest {
  private static final EmailAddress ANN = EmailAddress.of("ann@customer.example");
  private static final SigningKeys KEYS =
      SigningKeys.of("k1", Credential.of("b25lLW9uZS1vbmUtb25lLW9uZS1vbmUtb25lLW9uZS0="));
  private static final SigningKeys OTHERS =
      SigningKeys.of("k1", Credential.of("dHdvLXR3by10d28tdHdvLXR3by10d28tdHdvLXR3by0="));

  private final Shop shop = new Shop();
  private final Suppressions lists = Suppressions.inMemory(shop.clock);
  private final List<String> told = new ArrayList<>();
  private final List<InboundReply> replies = new ArrayList<>();
  private Notifier notifier;

  @BeforeEach
  void open() {
    notifier = builder().verp(Verp.signed(KEYS)).build();
  }

  @AfterEach
  void close() {
    notifier.close();
  }

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

  @Test
  @Tag("routing-09")
  void aPersonsReplyIsAnEventWithStoreOrderDeliveryAndText() {
    Notification notice =
        Notification.of("order.mail", Shop.ann(), Map.of("order", "SO-1")).about("SO-1");
    DeliveryId id = notifier.send(Shop.TEA, notice).deliveries().get(0);
    notifier.dispatch();
    notifier.receive(
        Returned.reply(ANN.value(), messageId(), "Where is it?\n\n> Your order is paid"));

    assertThat(replies)
        .singleElement()
        .satisfies(
            reply -> {
              assertThat(reply.store()).isEqualTo(Shop.TEA);
              assertThat(reply.about()).isEqualTo("SO-1");
              assertThat(reply.delivery()).isEqualTo(id);
              assertThat(reply.byRecipient()).isTrue();
              assertThat(reply.subject()).isEqualTo("Re: Your order");
              assertThat(reply.text().own()).isEqualTo("Where is it?");
              assertThat(reply.text().quoted()).isEqualTo("> Your order is paid");
            });
  }

  @Test
  @Tag("routing-09")
  void aReplyFromAnotherMailboxSaysSo() {
    send("order.mail");
    notifier.receive(Returned.reply("ann@work.example", messageId(), "Where is it?"));

    assertThat(replies).singleElement().matches(reply -> !reply.byRecipient());
  }

  @Test
  @Tag("mail-06")
  void anAutomaticAnswerChangesNothing() {
    DeliveryId id = send("order.mail");
    notifier.receive(
        Returned.mail(
            "From: ann@customer.example\nTo: "
                + returnPath()
                + "\nSubject: Automatic reply: order\nAuto-Submitted: auto-replied\n\nAway."));

    assertThat(state(id)).isEqualTo(DeliveryState.ACCEPTED);
    assertThat(reason()).isEmpty();
    assertThat(told).containsExactly("auto-replied");
  }

  @Test
  void aMessageAboutNothingIsToldAsUnmatched() {
    notifier.receive(
        Returned.mail("From: ann@customer.example\nSubject: Hello\n\nDo you have tea?"));
    assertThat(told).containsExactly("unmatched other");
  }

  @Test
  void unsubscribingIsTheHostsToDecide() {
    notifier.receive(
        Returned.mail(
            "From: ann@customer.example\nTo: u@platform.example\nSubject: unsubscribe\n"));
    assertThat(told).containsExactly("unsubscribed");
    assertThat(reason()).isEmpty();
  }

  private NotifierBuilder builder() {
    return shop.builder().suppressions(lists).inboundListener(new Log());
  }

  private DeliveryId send(String type) {
    DeliveryId id = notifier.send(Shop.TEA, Shop.of(type, "SO-1")).deliveries().get(0);
    notifier.dispatch();
    return id;
  }

  private OutboundEmail letter() {
    List<OutboundMessage> letters = shop.mail.messages();
    return (OutboundEmail) letters.get(letters.size() - 1);
  }

  private String returnPath() {
    return letter().sender().returnPath().value();
  }

  private String messageId() {
    return letter().messageId();
  }

  private DeliveryState state(DeliveryId id) {
    return notifier.find(id).map(Delivery::state).orElseThrow();
  }

  private Optional<SuppressionReason> reason() {
    return lists.find(Shop.TEA, ANN).map(SuppressedAddress::reason);
  }

  private void assertThatNothingChanged(DeliveryId id) {
    assertThat(state(id)).isEqualTo(DeliveryState.ACCEPTED);
    assertThat(reason()).isEmpty();
    assertThat(told).containsExactly("unmatched bounce");
  }

  private final class Log implements InboundListener {
    @Override
    public void bounced(Delivery delivery, ReportedRecipient recipient) {
      told.add("bounced " + recipient.status());
    }

    @Override
    public void delayed(Delivery delivery, ReportedRecipient recipient) {
      told.add("delayed " + recipient.status());
    }

    @Override
    public void complained(Delivery delivery, Verdict.Complaint complaint) {
      told.add("complained");
    }

    @Override
    public void autoReplied(Delivery delivery) {
      told.add("auto-replied");
    }

    @Override
    public void unsubscribed(Optional<Delivery> delivery, Optional<EmailAddress> from) {
      told.add("unsubscribed");
    }

    @Override
    public void replied(InboundReply reply) {
      replies.add(reply);
    }

    @Override
    public void unmatched(InboundMail mail, Match match) {
      told.add("unmatched " + mail.verdict().kind());
    }
  }
}
