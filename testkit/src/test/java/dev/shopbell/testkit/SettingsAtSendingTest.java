package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.store.Mailboxes;
import dev.shopbell.store.NotificationMailbox;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.StubProvider.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A store's mailboxes change between two letters, as its settings page would change them. */
@Tag("sender-12")
class SettingsAtSendingTest {
  private static final String CONTACT = "ann@annstea.example";

  private final Shop shop = new Shop();
  private final ScriptedSmtpServer relay = ScriptedSmtpServer.start();
  private final ScriptedSmtpServer own = ScriptedSmtpServer.start();
  private final ScriptedSmtpServer other = ScriptedSmtpServer.start();

  @AfterEach
  void stop() {
    relay.close();
    own.close();
    other.close();
  }

  @Test
  void anotherContactMailboxMovesRepliesAndNoTransport() {
    try (Notifier notifier = notifier()) {
      change(CONTACT, own);
      sent(notifier, "SO-1");
      change("ann@126.com", own);
      sent(notifier, "SO-2");
    }

    assertThat(own.received())
        .extracting(Received::head)
        .satisfiesExactly(
            first -> assertThat(first).contains("Reply-To: " + CONTACT),
            second -> assertThat(second).contains("Reply-To: ann@126.com"))
        .allMatch(head -> head.contains("MAIL FROM:<orders@annstea.example>"));
    assertThat(relay.received()).isEmpty();
  }

  @Test
  void anotherContactMailboxStaysWithThePlatformWhereTheStoreHasNoServer() {
    try (Notifier notifier = notifier()) {
      shop.put(store(Mailboxes.of(EmailAddress.of(CONTACT))));
      sent(notifier, "SO-1");
      shop.put(store(Mailboxes.of(EmailAddress.of("ann@126.com"))));
      sent(notifier, "SO-2");
    }

    assertThat(relay.received())
        .extracting(Received::head)
        .satisfiesExactly(
            first -> assertThat(first).contains("Reply-To: " + CONTACT),
            second -> assertThat(second).contains("Reply-To: ann@126.com"))
        .allMatch(head -> head.contains("MAIL FROM:<notify@platform.example>"));
  }

  @Test
  void anotherServerServesTheVeryNextLetterEvenOneThatWaited() {
    try (Notifier notifier = notifier()) {
      change(CONTACT, own);
      sent(notifier, "SO-1");
      notifier.send(Shop.TEA, Shop.of("order.mail", "SO-2"));
      change(CONTACT, other);
      notifier.dispatch();
    }

    assertThat(own.received()).hasSize(1);
    assertThat(other.received()).hasSize(1);
  }

  private Notifier notifier() {
    return shop.bare().transport("smtp://127.0.0.1:" + relay.port() + "?tls=none").build();
  }

  private static void sent(Notifier notifier, String order) {
    notifier.send(Shop.TEA, Shop.of("order.mail", order));
    notifier.dispatch();
  }

  private void change(String contact, ScriptedSmtpServer server) {
    NotificationMailbox mailbox =
        new NotificationMailbox(EmailAddress.of("orders@annstea.example"), server.endpoint());
    shop.put(store(Mailboxes.of(EmailAddress.of(contact)).withNotification(mailbox)));
  }

  private static Store store(Mailboxes mailboxes) {
    return Store.builder("tea", "Ann's Tea", mailboxes.contact().value())
        .mailboxes(mailboxes)
        .build();
  }
}
