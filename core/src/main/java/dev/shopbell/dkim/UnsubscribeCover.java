package dev.shopbell.dkim;

/**
 * Whether a letter's signatures cover the two fields by which a mail program unsubscribes with one
 * click: List-Unsubscribe and List-Unsubscribe-Post. Without that the program offers nothing (RFC
 * 8058, section 4).
 */
public enum UnsubscribeCover {
  /** A signature of the sender's own domain, or of one above or below it, covers both. */
  COVERED,
  /** A signature covers both, but only one of another domain: DMARC gains nothing by it. */
  OTHER_DOMAIN,
  /** There are signatures, and none covers both, or not each of several. */
  NOT_COVERED,
  /** There is no signature that can be read. */
  UNSIGNED,
  /** The letter lacks one of the two fields: it is no marketing, or somebody took it out. */
  NO_PAIR
}
