package dev.shopbell.identity;

/** How mail goes out for a mailbox that the platform cannot sign for. */
public enum SenderPolicy {
  /** The shop's name with a platform address in From, the merchant's mailbox in Reply-To. */
  REWRITE,
  /**
   * The merchant's mailbox in From and the platform in Sender, shown as "via". Where the mailbox's
   * domain has a strict DMARC policy, {@link #REWRITE} is used all the same, since the letter would
   * be refused.
   */
  LITERAL
}
