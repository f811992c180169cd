package dev.shopbell.identity;

import java.util.Locale;

/** What is missing from one of a store's mailboxes, or wrong with it. */
public enum Gap {
  /** There is no contact mailbox. */
  CONTACT_MISSING,
  /** The contact mailbox's domain is the store's own, and was never set up. */
  CONTACT_DOMAIN_NOT_SET_UP,
  /** Its records are not all seen yet. */
  CONTACT_DOMAIN_PENDING,
  /** It is verified and takes effect soon. */
  CONTACT_DOMAIN_VERIFIED,
  /** It has lost its records. */
  CONTACT_DOMAIN_LAPSED,
  /** There is no notification mailbox; mail goes through the platform. */
  NOTIFICATION_MISSING,
  /** The notification mailbox's name says that nobody reads it. */
  NOTIFICATION_NO_REPLY,
  /** There is no user or password for its server. */
  NOTIFICATION_NO_LOGIN,
  /** STARTTLS on a port for implicit TLS. */
  NOTIFICATION_PORT_WANTS_TLS,
  /** Implicit TLS on a port for STARTTLS. */
  NOTIFICATION_PORT_WANTS_STARTTLS,
  /** A port of POP3 or IMAP. */
  NOTIFICATION_PORT_READS,
  /** Encryption is switched off. */
  NOTIFICATION_NOT_ENCRYPTED,
  /** Nobody is told of purchases. */
  ADMINS_MISSING,
  /** An admin's mailbox says that nobody reads it. */
  ADMIN_NO_REPLY;

  /** What it is and what to do, in a sentence or two, in Chinese, Spanish or English. */
  public String text(Locale locale) {
    return Sentences.of(this, locale);
  }
}
