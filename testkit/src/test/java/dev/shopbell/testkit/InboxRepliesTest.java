package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.Notification;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is told of messages that people and their machines write. */
class InboxRepliesTest extends InboxAtWork {
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
}
