package dev.shopbell.identity;

import dev.shopbell.address.EmailAddress;
import java.util.Objects;

/**
 * The platform's own address, for mail that it sends on a store's behalf.
 *
 * @param address stands in From or Sender, on a domain that the platform signs for
 * @param returnPath where bounces come back
 * @param policy which of the two it stands in
 */
public record PlatformSender(EmailAddress address, EmailAddress returnPath, SenderPolicy policy) {
  public PlatformSender {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(returnPath, "returnPath");
    Objects.requireNonNull(policy, "policy");
  }

  /** An address that bounces come back to as well; the policy is {@link SenderPolicy#REWRITE}. */
  public static PlatformSender of(String address) {
    EmailAddress mailbox = EmailAddress.of(address);
    return new PlatformSender(mailbox, mailbox, SenderPolicy.REWRITE);
  }

  /** This sender with another address for bounces. */
  public PlatformSender returnPath(String address) {
    return new PlatformSender(this.address, EmailAddress.of(address), policy);
  }

  /** This sender with another policy. */
  public PlatformSender policy(SenderPolicy policy) {
    return new PlatformSender(address, returnPath, policy);
  }
}
