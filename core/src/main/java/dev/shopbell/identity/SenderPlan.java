package dev.shopbell.identity;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one letter is addressed, and why. Only {@link SenderIdentity} makes one, so that nothing can
 * send as somebody else. It is worked out anew for each letter and never stored.
 */
public final class SenderPlan {
  /** Whose servers send. */
  public enum Via {
    /** The platform's. */
    PLATFORM,
    /** The store's own. */
    OWN_SERVER
  }

  private final NamedAddress from;
  private final SenderReason reason;
  private final Via via;
  private final EmailAddress returnPath;
  private final @Nullable EmailAddress sender;
  private final @Nullable EmailAddress replyTo;
  private final @Nullable DomainName dkimDomain;

  SenderPlan(
      Via via,
      NamedAddress from,
      @Nullable EmailAddress sender,
      @Nullable EmailAddress replyTo,
      EmailAddress returnPath,
      @Nullable DomainName dkimDomain,
      SenderReason reason) {
    this.via = via;
    this.from = from;
    this.sender = sender;
    this.replyTo = replyTo;
    this.returnPath = returnPath;
    this.dkimDomain = dkimDomain;
    this.reason = reason;
  }

  /** Whose servers send. */
  public Via via() {
    return via;
  }

  /** The From header. */
  public NamedAddress from() {
    return from;
  }

  /** The Sender header; empty when From sends itself. */
  public Optional<EmailAddress> sender() {
    return Optional.ofNullable(sender);
  }

  /** The Reply-To header: the contact mailbox; empty when it stands in From. */
  public Optional<EmailAddress> replyTo() {
    return Optional.ofNullable(replyTo);
  }

  /** The envelope's sender, where bounces come back. */
  public EmailAddress returnPath() {
    return returnPath;
  }

  /** The domain that signs; empty when the store's own server does. */
  public Optional<DomainName> dkimDomain() {
    return Optional.ofNullable(dkimDomain);
  }

  /** Why it is so. */
  public SenderReason reason() {
    return reason;
  }

  /**
   * What a mail client shows as the sender, addresses in full: {@code Ann's Tea <a@126.com> via
   * platform.example}. Personal; meant for the merchant's own page. A prediction: families of
   * clients differ, see {@link #shownOtherwise()}.
   */
  public String shownAs() {
    return sender == null ? fromAlone() : fromAlone() + " via " + sender.domain();
  }

  /**
   * What that family of clients shows. It goes by this plan's return path: where letters carry one
   * of their own each, what compares whole mailboxes shows them as different.
   */
  public String shownAs(MailClients family) {
    return family.shown(this);
  }

  /** The families that show another line than {@link #shownAs()}, and that line. */
  public Map<MailClients, String> shownOtherwise() {
    Map<MailClients, String> lines = new EnumMap<>(MailClients.class);
    for (MailClients family : MailClients.values()) {
      lines.put(family, shownAs(family));
    }
    lines.values().removeIf(shownAs()::equals);
    return Collections.unmodifiableMap(lines);
  }

  /**
   * What of a letter speaks for the domain in From before DMARC. Of the store's own server, only
   * the return path is known.
   *
   * @throws IllegalArgumentException when the rule is for another domain than the one in From
   */
  public DmarcAlignment alignment(AlignmentRule rule) {
    return rule.of(this);
  }

  /** What would make this sender better; empty when nothing would. Mail goes out all the same. */
  public List<Advice> advice() {
    return AdviceRules.on(this);
  }

  /** From in full, without what a client may add. */
  String fromAlone() {
    return from.name() + " <" + from.address().value() + ">";
  }

  /** Masked. */
  @Override
  public String toString() {
    return "SenderPlan[" + from + " via " + via + ": " + reason + "]";
  }
}
