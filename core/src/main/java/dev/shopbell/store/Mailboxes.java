package dev.shopbell.store;

import dev.shopbell.address.EmailAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The three mailboxes of a store, each with its own purpose.
 *
 * @param contact public, shown on the site; where replies go
 * @param notification sends to customers through the store's own server, and nothing else; empty
 *     when mail goes through the platform's
 * @param admins told of what happens in the store, each by a delivery of its own; may be empty
 */
public record Mailboxes(
    EmailAddress contact, Optional<NotificationMailbox> notification, List<EmailAddress> admins) {
  public Mailboxes {
    Objects.requireNonNull(contact, "contact");
    Objects.requireNonNull(notification, "notification");
    admins = List.copyOf(admins);
    if (contact.isNoReply()) {
      throw new IllegalArgumentException(
          "contact mailbox "
              + contact
              + " says that nobody reads it: replies go there, give one that is read");
    }
  }

  /** A store that has only its contact mailbox. */
  public static Mailboxes of(EmailAddress contact) {
    return new Mailboxes(contact, Optional.empty(), List.of());
  }

  /** These mailboxes, with the store's own sending mailbox. */
  public Mailboxes withNotification(NotificationMailbox mailbox) {
    return new Mailboxes(contact, Optional.of(mailbox), admins);
  }

  /** These mailboxes, with others for the admins. */
  public Mailboxes withAdmins(EmailAddress... mailboxes) {
    return new Mailboxes(contact, notification, List.of(mailboxes));
  }
}
