package dev.shopbell.identity;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
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
   * platform.example}. Personal; meant for the merchant's own page.
   */
  public String shownAs() {
    String shown = from.name() + " <" + from.address().value() + ">";
    return sender == null ? shown : shown + " via " + sender.domain();
  }

  /** Masked. */
  @Override
  public String toString() {
    return "SenderPlan[" + from + " via " + via + ": " + reason + "]";
  }
}
