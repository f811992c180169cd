package dev.shopbell.identity;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.MailboxProviders;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.store.Mailboxes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How ready a store's three mailboxes are, at one moment. Nothing is tried out: whether a server
 * takes a letter, a test letter shows.
 *
 * @param contact public, where replies go
 * @param notification sends to customers
 * @param admins told of purchases
 */
public record Readiness(Mailbox contact, Mailbox notification, Mailbox admins) {
  /** A store that has no mailbox at all, and so cannot be built yet. */
  public static final Readiness NOTHING =
      new Readiness(
          Mailbox.without(Gap.CONTACT_MISSING),
          Mailbox.without(Gap.NOTIFICATION_MISSING),
          Mailbox.without(Gap.ADMINS_MISSING));

  public Readiness {
    Objects.requireNonNull(contact, "contact");
    Objects.requireNonNull(notification, "notification");
    Objects.requireNonNull(admins, "admins");
  }

  /**
   * One of the three.
   *
   * @param isSetUp whether there is one
   * @param gaps what is missing or wrong; empty when nothing is
   */
  public record Mailbox(boolean isSetUp, List<Gap> gaps) {
    public Mailbox {
      gaps = List.copyOf(gaps);
    }

    static Mailbox without(Gap gap) {
      return new Mailbox(false, List.of(gap));
    }

    static Mailbox with(List<Gap> gaps) {
      return new Mailbox(true, gaps);
    }
  }

  /**
   * Looks at a store's mailboxes.
   *
   * @param domain the status of the contact mailbox's domain, for that store
   * @param providers the domains that can be nobody's own
   */
  public static Readiness of(Mailboxes mailboxes, DomainStatus domain, MailboxProviders providers) {
    return new Readiness(
        Mailbox.with(GapRules.contact(mailboxes, domain, providers)),
        mailboxes
            .notification()
            .map(own -> Mailbox.with(GapRules.notification(own)))
            .orElseGet(() -> Mailbox.without(Gap.NOTIFICATION_MISSING)),
        admins(mailboxes.admins()));
  }

  /** All that is missing, in the order of the mailboxes. */
  public List<Gap> gaps() {
    return Stream.of(contact, notification, admins)
        .flatMap(mailbox -> mailbox.gaps().stream())
        .toList();
  }

  private static Mailbox admins(List<EmailAddress> admins) {
    if (admins.isEmpty()) {
      return Mailbox.without(Gap.ADMINS_MISSING);
    }
    boolean unread = admins.stream().anyMatch(EmailAddress::isNoReply);
    return Mailbox.with(unread ? List.of(Gap.ADMIN_NO_REPLY) : List.of());
  }
}
