package dev.shopbell.identity;

import dev.shopbell.address.MailboxProviders;
import dev.shopbell.store.Mailboxes;
import java.util.List;
import java.util.Locale;

/** What would make a sender better. Advice, never a refusal: mail goes out all the same. */
public enum Advice {
  /** The shop's name could be anybody's: {@code admin}, {@code test}, {@code 12345}. */
  GENERIC_NAME,
  /** A mailbox's name could be anybody's: {@code info@}, {@code 12345@}. */
  GENERIC_MAILBOX,
  /** Nothing in the letter proves the domain in From. */
  NOT_ALIGNED,
  /** The notification mailbox sends through a provider of free mail, which allows few letters. */
  FREE_MAIL_HOST,
  /** The notification mailbox is a public provider's, and another server sends for it. */
  FOREIGN_SERVER,
  /** Replies and what the server sends back come into one mailbox. */
  CONTACT_IS_NOTIFICATION,
  /** Customers' replies and notices for admins come into one mailbox. */
  CONTACT_IS_ADMIN;

  /** What it costs and what to do, in a sentence or two, in Chinese, Spanish or English. */
  public String text(Locale locale) {
    return Sentences.of(this, locale);
  }

  /**
   * What is to be said of a store's three mailboxes, apart from how its mail is addressed: see
   * {@link SenderPlan#advice()}.
   */
  public static List<Advice> on(Mailboxes mailboxes, MailboxProviders providers) {
    return AdviceRules.on(mailboxes, providers);
  }
}
