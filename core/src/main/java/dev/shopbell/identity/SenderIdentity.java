package dev.shopbell.identity;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.domain.DomainState;
import dev.shopbell.identity.SenderPlan.Via;
import java.util.Objects;

/**
 * Who a shop is to those who get its mail: a name and a mailbox. {@link #plan} answers how its mail
 * must be addressed now, and why. Pure: the domain's state, the policy and the store's own server
 * come in as values, and nothing is looked up.
 *
 * @param name the shop's name, as it stands in From
 * @param mailbox its contact mailbox, where replies go
 */
public record SenderIdentity(String name, EmailAddress mailbox) {
  public SenderIdentity {
    Objects.requireNonNull(mailbox, "mailbox");
    new NamedAddress(name, mailbox);
    if (mailbox.isNoReply()) {
      throw new IllegalArgumentException(
          "mailbox "
              + mailbox
              + " says that nobody reads it: replies go there, give one that is read");
    }
  }

  /** A shop's identity from text. */
  public static SenderIdentity of(String name, String mailbox) {
    return new SenderIdentity(name, EmailAddress.of(mailbox));
  }

  /** How mail is addressed under these circumstances. */
  public SenderPlan plan(SenderContext context) {
    if (context.ownServer().isPresent()) {
      return ownServer(context.ownServer().get());
    }
    if (context.providers().include(mailbox.domain())) {
      return onBehalf(context, SenderReason.PUBLIC_MAILBOX);
    }
    return context.domain().state() == DomainState.EFFECTIVE
        ? brand(context)
        : onBehalf(context, SenderReason.DOMAIN_NOT_EFFECTIVE);
  }

  private SenderPlan ownServer(EmailAddress from) {
    EmailAddress replyTo = from.equals(mailbox) ? null : mailbox;
    return new SenderPlan(
        Via.OWN_SERVER, named(from), null, replyTo, from, null, SenderReason.OWN_SERVER);
  }

  private SenderPlan brand(SenderContext context) {
    DomainName domain = mailbox.domain();
    EmailAddress returnPath =
        context
            .domain()
            .returnPath()
            .filter(host -> host.isWithin(domain))
            .map(host -> new EmailAddress("bounces", host))
            .orElse(mailbox);
    return new SenderPlan(
        Via.PLATFORM, named(mailbox), null, null, returnPath, domain, SenderReason.BRAND_DOMAIN);
  }

  private SenderPlan onBehalf(SenderContext context, SenderReason reason) {
    if (context.platform().policy() == SenderPolicy.REWRITE) {
      return rewritten(context.platform(), reason);
    }
    DmarcPolicy dmarc = context.domain().dmarc();
    if (!dmarc.isStrict()) {
      return literal(context.platform(), reason);
    }
    return rewritten(
        context.platform(),
        dmarc == DmarcPolicy.UNKNOWN
            ? SenderReason.DMARC_NOT_KNOWN
            : SenderReason.DMARC_FORBIDS_LITERAL);
  }

  private SenderPlan rewritten(PlatformSender platform, SenderReason reason) {
    EmailAddress from = platform.address();
    return new SenderPlan(
        Via.PLATFORM, named(from), null, mailbox, platform.returnPath(), from.domain(), reason);
  }

  private SenderPlan literal(PlatformSender platform, SenderReason reason) {
    EmailAddress sender = platform.address();
    return new SenderPlan(
        Via.PLATFORM, named(mailbox), sender, null, platform.returnPath(), sender.domain(), reason);
  }

  private NamedAddress named(EmailAddress address) {
    return new NamedAddress(name, address);
  }

  /** The same plan with another return path. */
  static SenderPlan returning(SenderPlan plan, EmailAddress returnPath) {
    return new SenderPlan(
        plan.via(),
        plan.from(),
        plan.sender().orElse(null),
        plan.replyTo().orElse(null),
        returnPath,
        plan.dkimDomain().orElse(null),
        plan.reason());
  }
}
