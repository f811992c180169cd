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
import dev.shopbell.store.Credential;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.suppression.SuppressedAddress;
import dev.shopbell.suppression.SuppressionReason;
import dev.shopbell.suppression.Suppressions;
import dev.shopbell.transport.OutboundEmail;
import dev.shopbell.transport.OutboundMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A shop whose letters come back, to a notifier that writes down what it is told. */
abstract class InboxAtWork {
  static final EmailAddress ANN = EmailAddress.of("ann@customer.example");
  static final SigningKeys KEYS =
      SigningKeys.of("k1", Credential.of("b25lLW9uZS1vbmUtb25lLW9uZS1vbmUtb25lLW9uZS0="));
  static final SigningKeys OTHERS =
      SigningKeys.of("k1", Credential.of("dHdvLXR3by10d28tdHdvLXR3by10d28tdHdvLXR3by0="));
  final Shop shop = new Shop();
  final Suppressions lists = Suppressions.inMemory(shop.clock);
  final List<String> told = new ArrayList<>();
  final List<InboundReply> replies = new ArrayList<>();
  Notifier notifier;

  @BeforeEach
  void open() {
    notifier = builder().verp(Verp.signed(KEYS)).build();
  }

  @AfterEach
  void close() {
    notifier.close();
  }

  NotifierBuilder builder() {
    return shop.builder().suppressions(lists).inboundListener(new Log());
  }

  DeliveryId send(String type) {
    DeliveryId id = notifier.send(Shop.TEA, Shop.of(type, "SO-1")).deliveries().get(0);
    notifier.dispatch();
    return id;
  }

  OutboundEmail letter() {
    List<OutboundMessage> letters = shop.mail.messages();
    return (OutboundEmail) letters.get(letters.size() - 1);
  }

  String returnPath() {
    return letter().sender().returnPath().value();
  }

  String messageId() {
    return letter().messageId();
  }

  DeliveryState state(DeliveryId id) {
    return notifier.find(id).map(Delivery::state).orElseThrow();
  }

  Optional<SuppressionReason> reason() {
    return lists.find(Shop.TEA, ANN).map(SuppressedAddress::reason);
  }

  void assertThatNothingChanged(DeliveryId id) {
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
