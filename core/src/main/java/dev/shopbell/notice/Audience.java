package dev.shopbell.notice;

/** Whom a type of notice is for. */
public enum Audience {
  /** The recipient that the notification names. */
  RECIPIENT,
  /** Each of the store's admin mailboxes, by a delivery of its own. */
  ADMINS
}
