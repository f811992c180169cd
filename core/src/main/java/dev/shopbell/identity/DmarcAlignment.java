package dev.shopbell.identity;

import java.util.Locale;

/**
 * What of a letter speaks for the domain in its From before DMARC (RFC 9989), when it passes its
 * own check. Whether signature and return path do pass is seen by the receiver alone.
 */
public enum DmarcAlignment {
  /** Signature and return path: either may fail. */
  BOTH,
  /** The DKIM signature alone; it survives forwarding, not a change of the letter. */
  SIGNATURE,
  /** The return path alone, by SPF; a forwarded letter has no proof left. */
  RETURN_PATH,
  /** Neither: a strict policy has the letter refused or put aside. */
  NEITHER;

  static DmarcAlignment by(boolean signature, boolean returnPath) {
    if (signature) {
      return returnPath ? BOTH : SIGNATURE;
    }
    return returnPath ? RETURN_PATH : NEITHER;
  }

  /** True when the letter can pass DMARC at all. */
  public boolean isAligned() {
    return this != NEITHER;
  }

  /** What it means and costs, in a sentence or two, in Chinese, Spanish or English. */
  public String text(Locale locale) {
    return Sentences.of(this, locale);
  }
}
