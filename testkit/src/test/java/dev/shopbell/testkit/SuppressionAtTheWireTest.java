package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.NotifierBuilder;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Recipient;
import dev.shopbell.plan.SkipReason;
import dev.shopbell.smtp.AngusTransportFactory;
import dev.shopbell.store.Mailboxes;
import dev.shopbell.store.NotificationMailbox;
import dev.shopbell.store.Store;
import dev.shopbell.suppression.SuppressionReason;
import dev.shopbell.suppression.Suppressions;
import dev.shopbell.transport.Handover;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.Transport;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A suppressed address gets nothing, in whatever part of a letter's head it would stand. */
@Tag("mail-07")
@Timeout(60)
class SuppressionAtTheWireTest {
  private static final EmailAddress BOB = EmailAddress.of("bob@customer.example");

  private final Shop shop = new Shop();
  private final Suppressions lists = Suppressions.inMemory(shop.clock);

  @Test
  void isSkippedWhenANoticeIsSent() {
    suppressBob();
    try (Notifier notifier = shop.builder().suppressions(lists).build()) {
      assertThat(notifier.send(Shop.TEA, notice("bob@customer.example")).skipped())
          .singleElement()
          .matches(skipped -> skipped.reason().equals(SkipReason.SUPPRESSED));
      assertThat(notifier.explain(Shop.TEA, notice("Bob@Customer.example")).wouldSend()).isFalse();
      assertThat(notifier.explain(Shop.COFFEE, notice("bob@customer.example")).wouldSend())
          .isTrue();
    }
  }

  @Test
  void isSkippedWhenItWasSuppressedWhileTheNoticeWaited() {
    try (Notifier notifier = shop.builder().suppressions(lists).build()) {
      List<DeliveryId> all =
          Stream.of("ann@customer.example", "bob@customer.example", "cy@customer.example")
              .map(to -> notifier.send(Shop.TEA, notice(to)).deliveries().get(0))
              .toList();
      suppressBob();
      notifier.dispatch();

      assertThat(shop.mail).hasSent(2);
      assertThat(all.stream().map(id -> notifier.find(id).map(Delivery::state).orElseThrow()))
          .containsExactly(DeliveryState.ACCEPTED, DeliveryState.SKIPPED, DeliveryState.ACCEPTED);
    }
  }

  @Test
  void isSkippedBetweenTwoAttempts() {
    shop.mail.answer(Outcome.Deferred.of(Reason.UNAVAILABLE, "421 busy"));
    try (Notifier notifier = shop.builder().suppressions(lists).build()) {
      notifier.send(Shop.TEA, notice("bob@customer.example"));
      notifier.dispatch();
      suppressBob();
      shop.clock.advance(Duration.ofHours(2));
      notifier.dispatch();

      assertThat(shop.mail).hasSent(1);
    }
  }

  @Test
  void nothingReachesTheServerThroughAnyTransport() {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.start()) {
      String host = "127.0.0.1:" + server.port() + "?tls=none";
      for (String uri :
          List.of(
              "smtp://" + host,
              "failover(smtp://" + host + ",smtp://" + host + ")",
              "roundrobin(smtp://" + host + ",smtp://" + host + ")",
              "breaker(smtp://" + host + ")")) {
        sendsToAllButBob(shop.bare().transport(uri), server);
      }
    }
  }

  @Test
  void nothingReachesAStoresOwnServer() {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.start()) {
      shop.put(
          Store.builder("tea", "Ann's Tea", "ann@gmail.com")
              .mailboxes(
                  Mailboxes.of(EmailAddress.of("ann@gmail.com"))
                      .withNotification(
                          new NotificationMailbox(
                              EmailAddress.of("orders@annstea.example"), server.endpoint())))
              .build());
      sendsToAllButBob(shop.bare(), server);
    }
  }

  @Test
  void aGuardedTransportRefusesToHandItOver() {
    lists.add(Shop.TEA, SampleMessages.MAILBOX);
    try (ScriptedSmtpServer server = ScriptedSmtpServer.start();
        Transport transport = lists.guard(new AngusTransportFactory().create(Clock.systemUTC()))) {
      Outcome refused =
          Handover.send(
              transport,
              SampleMessages.email("Order paid", "words"),
              SampleMessages.context(
                  Shop.TEA, server.endpoint(), Clock.systemUTC(), Duration.ofSeconds(10)),
              Clock.systemUTC());

      assertThat(refused).isRejectedFor(Reason.RECIPIENT_UNAVAILABLE);
      assertThat(server.commands()).isEmpty();
    }
  }

  private void sendsToAllButBob(NotifierBuilder builder, ScriptedSmtpServer server) {
    int before = server.received().size();
    lists.lift(Shop.TEA, BOB);
    shop.clock.advance(Duration.ofSeconds(1));
    try (Notifier notifier = builder.suppressions(lists).clock(shop.clock).build()) {
      for (String to :
          List.of("ann@customer.example", "bob@customer.example", "cy@customer.example")) {
        notifier.send(Shop.TEA, notice(to));
      }
      suppressBob();
      notifier.dispatch();
    }
    assertThat(server.received()).hasSize(before + 2);
    assertThat(String.join("\n", server.commands())).doesNotContain("bob@");
  }

  private void suppressBob() {
    lists.suppress(Shop.TEA, BOB, SuppressionReason.HARD_BOUNCE, shop.clock.instant());
  }

  private static Notification notice(String to) {
    return Notification.of("order.mail", Recipient.of(to).email(to), Map.of("order", "SO-1"));
  }
}
