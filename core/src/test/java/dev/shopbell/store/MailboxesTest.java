package dev.shopbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MailboxesTest {
  private static final EmailAddress CONTACT = EmailAddress.of("hello@shop.example");
  private static final EmailAddress ANN = EmailAddress.of("ann@shop.example");
  private static final EmailAddress BOB = EmailAddress.of("bob@126.com");
  private static final NotificationMailbox NOTIFICATION =
      new NotificationMailbox(
          EmailAddress.of("orders@send.example"), Endpoint.parse("smtp://u:p@mail.example"));

  @Test
  void beginWithTheContactAlone() {
    Mailboxes mailboxes = Mailboxes.of(CONTACT);

    assertThat(mailboxes.contact()).isEqualTo(CONTACT);
    assertThat(mailboxes.notification()).isEmpty();
    assertThat(mailboxes.admins()).isEmpty();
  }

  @Test
  @Tag("sender-10")
  void areThreeOfWhichOneChangesWithoutTheOthers() {
    Mailboxes before = Mailboxes.of(CONTACT).withNotification(NOTIFICATION).withAdmins(ANN, BOB);

    assertThat(before.contact()).isEqualTo(CONTACT);
    assertThat(before.notification()).contains(NOTIFICATION);
    assertThat(before.admins()).containsExactly(ANN, BOB);
    assertThat(before.withAdmins(BOB))
        .isEqualTo(new Mailboxes(CONTACT, Optional.of(NOTIFICATION), List.of(BOB)));
    assertThat(new Mailboxes(ANN, before.notification(), before.admins()).notification())
        .contains(NOTIFICATION);
  }

  @Test
  void keepAListOfAdminsOfTheirOwn() {
    List<EmailAddress> admins = new ArrayList<>(List.of(ANN));
    Mailboxes mailboxes = new Mailboxes(CONTACT, Optional.empty(), admins);
    admins.add(BOB);

    assertThat(mailboxes.admins()).containsExactly(ANN);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> mailboxes.admins().add(BOB));
  }

  @Test
  @Tag("sender-16")
  void refuseAContactThatNobodyReads() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mailboxes.of(EmailAddress.of("no-reply@shop.example")))
        .withMessage(
            "contact mailbox n***@shop.example says that nobody reads it: replies go there, give one"
                + " that is read");
  }

  @Test
  void takeANotificationMailboxThatNobodyReads() {
    NotificationMailbox mailbox =
        new NotificationMailbox(
            EmailAddress.of("noreply@shop.example"), Endpoint.parse("smtp://mail.example"));

    assertThat(Mailboxes.of(CONTACT).withNotification(mailbox).notification()).contains(mailbox);
  }

  @Test
  void refuseANotificationMailboxWithoutAServer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NotificationMailbox(ANN, Endpoint.parse("smtp:///")))
        .withMessage("endpoint smtp:// names no host: write smtp://user:secret@host:port");
  }
}
