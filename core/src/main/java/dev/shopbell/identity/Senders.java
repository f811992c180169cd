package dev.shopbell.identity;

import dev.shopbell.address.MailboxProviders;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.domain.SendingDomains;
import dev.shopbell.store.NotificationMailbox;
import dev.shopbell.store.Store;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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
            status(store),
            store.mailboxes().notification().map(NotificationMailbox::address),
            providers));
  }

  /** All that would make the store's sender better: of its plan, then of its mailboxes. */
  public List<Advice> advice(Store store) {
    return Stream.concat(
            plan(store).advice().stream(), Advice.on(store.mailboxes(), providers).stream())
        .toList();
  }

  /** How ready the store's three mailboxes are now. */
  public Readiness readiness(Store store) {
    return Readiness.of(store.mailboxes(), status(store), providers);
  }

  private DomainStatus status(Store store) {
    return domains.status(store.id(), store.mailboxes().contact().domain());
  }
}
