package dev.shopbell.suppression;

import dev.shopbell.internal.Text;
import java.util.Arrays;
import java.util.Locale;

/** Why an address is on a store's list. */
public enum SuppressionReason {
  /** A server said that there is no such mailbox. */
  HARD_BOUNCE,
  /**
   * Letters failed again and again for reasons that pass: a full mailbox, a server that is away.
   */
  SOFT_BOUNCES,
  /** Its owner called a letter spam. */
  COMPLAINT,
  /** Somebody put it there by hand. */
  BY_HAND,
  /**
   * Somebody took it off: it may be written to. Kept, so that a report from before the lift does
   * not put it back.
   */
  LIFTED;

  /** The word in a list of lines: {@code hard-bounce}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static SuppressionReason of(String code) {
    return Arrays.stream(values())
        .filter(reason -> reason.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "reason "
                        + Text.quoted(code)
                        + " is unknown: use hard-bounce, soft-bounces, complaint, by-hand or lifted"));
  }
}
