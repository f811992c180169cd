package dev.shopbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.MailboxProviders;
import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.Mailboxes;
import dev.shopbell.store.NotificationMailbox;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("sender-14")
class ReadinessTest {
  private static final EmailAddress CONTACT = EmailAddress.of("service@annstea.example");
  private static final EmailAddress OWNER = EmailAddress.of("ann@annstea.example");
  private static final String SERVER = "smtps://u:p@smtp.annstea.example:465";

  @Test
  void lacksNothingWhereAllThreeMailboxesAreSetUp() {
    Mailboxes all = with("orders@annstea.example", SERVER).withAdmins(OWNER);

    Readiness readiness = of(all, DomainState.EFFECTIVE);

    assertThat(readiness.contact()).isEqualTo(new Readiness.Mailbox(true, List.of()));
    assertThat(readiness.notification()).isEqualTo(readiness.contact());
    assertThat(readiness.admins()).isEqualTo(readiness.contact());
    assertThat(readiness.gaps()).isEmpty();
  }

  @Test
  void saysOfEachMailboxThatItIsNotSetUp() {
    Readiness readiness = of(Mailboxes.of(CONTACT), DomainState.EFFECTIVE);

    assertThat(readiness.contact().isSetUp()).isTrue();
    assertThat(readiness.notification())
        .isEqualTo(new Readiness.Mailbox(false, List.of(Gap.NOTIFICATION_MISSING)));
    assertThat(readiness.admins())
        .isEqualTo(new Readiness.Mailbox(false, List.of(Gap.ADMINS_MISSING)));
    assertThat(readiness.gaps()).containsExactly(Gap.NOTIFICATION_MISSING, Gap.ADMINS_MISSING);
  }

  @Test
  void speaksOfAStoreThatHasNoMailboxYet() {
    assertThat(Readiness.NOTHING.contact().isSetUp()).isFalse();
    assertThat(Readiness.NOTHING.gaps())
        .containsExactly(Gap.CONTACT_MISSING, Gap.NOTIFICATION_MISSING, Gap.ADMINS_MISSING);
  }

  @ParameterizedTest
  @CsvSource({
    "UNVERIFIED, CONTACT_DOMAIN_NOT_SET_UP",
    "PENDING, CONTACT_DOMAIN_PENDING",
    "VERIFIED, CONTACT_DOMAIN_VERIFIED",
    "LAPSED, CONTACT_DOMAIN_LAPSED"
  })
  void saysHowFarTheContactsDomainIs(DomainState state, Gap gap) {
    assertThat(of(Mailboxes.of(CONTACT), state).contact())
        .isEqualTo(new Readiness.Mailbox(true, List.of(gap)));
  }

  @Test
  void asksForNoDomainOfAPublicMailbox() {
    Mailboxes free = Mailboxes.of(EmailAddress.of("anntea@126.com"));

    assertThat(of(free, DomainState.UNVERIFIED).contact().gaps()).isEmpty();
  }

  @Test
  @Tag("sender-17")
  void asksForNoDomainWhereTheStoreSendsThroughItsOwnServer() {
    Mailboxes own = with("orders@annstea.example", SERVER);

    assertThat(of(own, DomainState.UNVERIFIED).contact().gaps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "smtp://u:p@h.example:465, NOTIFICATION_PORT_WANTS_TLS",
    "smtp://u:p@h.example:994, NOTIFICATION_PORT_WANTS_TLS",
    "smtps://u:p@h.example:587, NOTIFICATION_PORT_WANTS_STARTTLS",
    "smtps://u:p@h.example:25, NOTIFICATION_PORT_WANTS_STARTTLS",
    "smtps://u:p@h.example:993, NOTIFICATION_PORT_READS",
    "smtp://u:p@h.example:110, NOTIFICATION_PORT_READS",
    "smtp://u:p@h.example:587?tls=none, NOTIFICATION_NOT_ENCRYPTED",
    "smtp://h.example, NOTIFICATION_NO_LOGIN"
  })
  void saysWhatIsWrongWithTheNotificationMailboxesServer(String server, Gap gap) {
    Readiness.Mailbox mailbox =
        of(with("orders@annstea.example", server), DomainState.EFFECTIVE).notification();

    assertThat(mailbox).isEqualTo(new Readiness.Mailbox(true, List.of(gap)));
  }

  @ParameterizedTest
  @CsvSource({
    "smtp://u:p@h.example",
    "smtp://u:p@h.example:25",
    "smtp://u:p@h.example:587",
    "smtps://u:p@h.example",
    "smtps://u:p@h.example:465",
    "smtps://u:p@h.example:8465",
    "angus+smtps://u:p@h.example:465"
  })
  void findsNothingWrongWithAServerOnItsPort(String server) {
    assertThat(
            of(with("orders@annstea.example", server), DomainState.EFFECTIVE).notification().gaps())
        .isEmpty();
  }

  @Test
  void saysThatNobodyReadsAMailbox() {
    Mailboxes unread =
        with("no-reply@annstea.example", SERVER)
            .withAdmins(OWNER, EmailAddress.of("noreply@annstea.example"));

    assertThat(of(unread, DomainState.EFFECTIVE).gaps())
        .containsExactly(Gap.NOTIFICATION_NO_REPLY, Gap.ADMIN_NO_REPLY);
  }

  private static Mailboxes with(String notification, String server) {
    return Mailboxes.of(CONTACT)
        .withNotification(
            new NotificationMailbox(EmailAddress.of(notification), Endpoint.parse(server)));
  }

  private static Readiness of(Mailboxes mailboxes, DomainState state) {
    return Readiness.of(
        mailboxes,
        new DomainStatus(state, DmarcPolicy.NONE, Optional.empty()),
        MailboxProviders.stock());
  }
}
