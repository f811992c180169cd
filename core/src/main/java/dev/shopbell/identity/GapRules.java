package dev.shopbell.identity;

import dev.shopbell.address.MailboxProviders;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.Mailboxes;
import dev.shopbell.store.NotificationMailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When something is missing from a mailbox. */
final class GapRules {
  /** 994 is NetEase's. */
  private static final Set<Integer> IMPLICIT_TLS = Set.of(465, 994);

  private static final Set<Integer> STARTTLS = Set.of(25, 587, 2525);

  /** POP3 and IMAP, without encryption and with it. */
  private static final Set<Integer> READING = Set.of(110, 143, 993, 995);

  private GapRules() {}

  /** A domain matters only where From is decided on it. */
  static List<Gap> contact(Mailboxes mailboxes, DomainStatus domain, MailboxProviders providers) {
    boolean decides =
        mailboxes.notification().isEmpty() && !providers.include(mailboxes.contact().domain());
    return decides ? domain(domain).stream().toList() : List.of();
  }

  static List<Gap> notification(NotificationMailbox own) {
    List<Gap> gaps = new ArrayList<>();
    if (own.address().isNoReply()) {
      gaps.add(Gap.NOTIFICATION_NO_REPLY);
    }
    if (own.server().user().isEmpty() || own.server().credential().isNone()) {
      gaps.add(Gap.NOTIFICATION_NO_LOGIN);
    }
    connection(own.server()).ifPresent(gaps::add);
    return gaps;
  }

  private static Optional<Gap> domain(DomainStatus domain) {
    return switch (domain.state()) {
      case UNVERIFIED -> Optional.of(Gap.CONTACT_DOMAIN_NOT_SET_UP);
      case PENDING -> Optional.of(Gap.CONTACT_DOMAIN_PENDING);
      case VERIFIED -> Optional.of(Gap.CONTACT_DOMAIN_VERIFIED);
      case LAPSED -> Optional.of(Gap.CONTACT_DOMAIN_LAPSED);
      case EFFECTIVE -> Optional.empty();
    };
  }

  private static Optional<Gap> connection(Endpoint server) {
    if (READING.contains(server.port())) {
      return Optional.of(Gap.NOTIFICATION_PORT_READS);
    }
    if (server.scheme().endsWith("smtps")) {
      return STARTTLS.contains(server.port())
          ? Optional.of(Gap.NOTIFICATION_PORT_WANTS_STARTTLS)
          : Optional.empty();
    }
    if (IMPLICIT_TLS.contains(server.port())) {
      return Optional.of(Gap.NOTIFICATION_PORT_WANTS_TLS);
    }
    return server.option("tls").filter("none"::equals).map(off -> Gap.NOTIFICATION_NOT_ENCRYPTED);
  }
}
