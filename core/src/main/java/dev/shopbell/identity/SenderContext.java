package dev.shopbell.identity;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.MailboxProviders;
import dev.shopbell.domain.DomainStatus;
import java.util.Objects;
import java.util.Optional;

/**
 * What the decision on a sender depends on, beside the shop's name and mailbox.
 *
 * @param platform the platform's own sender
 * @param domain the status of the mailbox's domain, for that store
 * @param ownServer the mailbox that the store sends from through its own server; empty when mail
 *     goes through the platform's
 * @param providers the domains that can be nobody's own
 */
public record SenderContext(
    PlatformSender platform,
    DomainStatus domain,
    Optional<EmailAddress> ownServer,
    MailboxProviders providers) {
  public SenderContext {
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(domain, "domain");
    Objects.requireNonNull(ownServer, "ownServer");
    Objects.requireNonNull(providers, "providers");
  }

  /** Through the platform's servers, with the stock list of providers. */
  public static SenderContext of(PlatformSender platform, DomainStatus domain) {
    return new SenderContext(platform, domain, Optional.empty(), MailboxProviders.stock());
  }

  /** Through the store's own server, from that mailbox. */
  public SenderContext ownServer(EmailAddress mailbox) {
    return new SenderContext(platform, domain, Optional.of(mailbox), providers);
  }
}
