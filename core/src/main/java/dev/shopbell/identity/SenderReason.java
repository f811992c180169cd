package dev.shopbell.identity;

import java.util.Locale;

/** Why mail is addressed as it is, in words a merchant understands. */
public enum SenderReason {
  /** The store sends from its notification mailbox, through its own server. */
  OWN_SERVER,
  /** The contact mailbox's domain is the store's own and in effect. */
  BRAND_DOMAIN,
  /** The contact mailbox is with a public provider. */
  PUBLIC_MAILBOX,
  /** The contact mailbox's domain is not verified and in effect. */
  DOMAIN_NOT_EFFECTIVE,
  /** The literal form is the platform's policy, and the domain's DMARC policy is strict. */
  DMARC_FORBIDS_LITERAL,
  /** The literal form is the platform's policy, and the domain's DMARC policy is not known. */
  DMARC_NOT_KNOWN;

  /** One plain sentence, in English. */
  public String text() {
    return text(Locale.ENGLISH);
  }

  /** One plain sentence, in Chinese, Spanish or English. */
  public String text(Locale locale) {
    return Sentences.of(this, locale);
  }
}
