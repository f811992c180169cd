package dev.shopbell;

import static dev.shopbell.Hidden.CONTACT;
import static dev.shopbell.Hidden.MAIL;
import static dev.shopbell.Hidden.ORDERS;
import static dev.shopbell.Hidden.PASSWORD;
import static dev.shopbell.Hidden.USER;

import dev.shopbell.address.Channel;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.MailboxProviders;
import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.diagnosis.DnsZone;
import dev.shopbell.dns.DnsName;
import dev.shopbell.domain.DomainClaim;
import dev.shopbell.domain.DomainSetup;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.domain.MailboxChange;
import dev.shopbell.domain.SendingDomains;
import dev.shopbell.identity.NamedAddress;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.identity.SenderContext;
import dev.shopbell.identity.SenderIdentity;
import dev.shopbell.identity.SenderPolicy;
import dev.shopbell.identity.Senders;
import dev.shopbell.store.Credential;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.Mailboxes;
import dev.shopbell.store.NotificationMailbox;
import dev.shopbell.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What holds addresses and credentials of shops and of the platform. */
final class HiddenInSettings {
  static final Endpoint ENDPOINT =
      Endpoint.parse("smtp://" + USER + ":" + PASSWORD + "@mail.example?key=" + PASSWORD);
  private static final PlatformSender PLATFORM = PlatformSender.of(CONTACT).returnPath(ORDERS);
  private static final NotificationMailbox NOTIFICATION =
      new NotificationMailbox(EmailAddress.of(ORDERS), ENDPOINT);
  private static final Mailboxes MAILBOXES =
      Mailboxes.of(EmailAddress.of(CONTACT))
          .withNotification(NOTIFICATION)
          .withAdmins(EmailAddress.of(MAIL));
  static final Store STORE =
      Store.builder("s-1", "Ann's Tea", CONTACT)
          .mailboxes(MAILBOXES)
          .account(Channel.SMS, ENDPOINT)
          .settings("acme", Map.of("key", PASSWORD))
          .build();
  static final SenderIdentity IDENTITY = SenderIdentity.of("Ann's Tea", CONTACT);
  static final SenderContext CONTEXT =
      SenderContext.of(PLATFORM.policy(SenderPolicy.LITERAL), status(DomainState.PENDING))
          .ownServer(EmailAddress.of(ORDERS));
  private static final DomainSetup SETUP =
      new DomainSetup(
          STORE.id(),
          EmailAddress.of(CONTACT),
          new DomainClaim.Basis("k1", Optional.empty()),
          List.of(),
          new DnsZone(DnsName.ROOT, Optional.empty()),
          Optional.empty());

  private HiddenInSettings() {}

  static Stream<Object> samples() {
    return Stream.concat(
        identities(), Stream.of(Credential.of(PASSWORD), ENDPOINT, NOTIFICATION, MAILBOXES, STORE));
  }

  private static DomainStatus status(DomainState state) {
    return new DomainStatus(state, DmarcPolicy.NONE, Optional.empty());
  }

  private static Stream<Object> identities() {
    return Stream.of(
        new NamedAddress("Ann's Tea", EmailAddress.of(CONTACT)),
        PLATFORM,
        IDENTITY,
        CONTEXT,
        IDENTITY.plan(CONTEXT),
        IDENTITY.plan(SenderContext.of(PLATFORM, DomainStatus.UNKNOWN)),
        IDENTITY.plan(SenderContext.of(PLATFORM, status(DomainState.EFFECTIVE))),
        new Senders(PLATFORM, SendingDomains.NONE, MailboxProviders.stock()),
        SETUP,
        new MailboxChange(true, DomainState.PENDING, Optional.of(SETUP), Optional.empty()));
  }
}
