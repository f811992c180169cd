package dev.shopbell.identity;

import dev.shopbell.address.MailboxProviders;
import dev.shopbell.domain.SendingDomains;
import dev.shopbell.store.NotificationMailbox;
import dev.shopbell.store.Store;
import java.util.Objects;

/**
 * The one path on which a store's sender is decided: gathers what {@link SenderIdentity} needs to
 * know and asks it.
 *
 * @param platform the platform's own sender
 * @param domains asked for the status of the contact mailbox's domain
 * @param providers the domains that can be nobody's own
 */
public record Senders(PlatformSender platform, SendingDomains domains, MailboxProviders providers) {
  public Senders {
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(domains, "domains");
    Objects.requireNonNull(providers, "providers");
  }

  /** How the store's mail is addressed now. */
  public SenderPlan plan(Store store) {
    SenderIdentity identity = new SenderIdentity(store.name(), store.mailboxes().contact());
    return identity.plan(
        new SenderContext(
            platform,
            domains.status(store.id(), identity.mailbox().domain()),
            store.mailboxes().notification().map(NotificationMailbox::address),
            providers));
  }
}
