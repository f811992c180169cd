package dev.shopbell.plan;

import dev.shopbell.internal.Text;

/**
 * Why a channel is not taken. A named value and not an enum, so that a gate may bring its own.
 *
 * @param code lower-case words joined by hyphens
 */
public record SkipReason(String code) {
  /** The recipient has no address there. */
  public static final SkipReason NO_ADDRESS = new SkipReason("no-address");

  /** Neither the platform nor the store has a transport for it. */
  public static final SkipReason NO_TRANSPORT = new SkipReason("no-transport");

  /** The template has no words for it. */
  public static final SkipReason NO_TEMPLATE = new SkipReason("no-template");

  /** The platform has no sender for mail. */
  public static final SkipReason NO_SENDER = new SkipReason("no-sender");

  /** The store has switched the type off there. */
  public static final SkipReason SWITCHED_OFF = new SkipReason("switched-off");

  /** The recipient does not want it. */
  public static final SkipReason OPTED_OUT = new SkipReason("opted-out");

  /** The recipient was not asked, and their yes is needed. */
  public static final SkipReason NO_CONSENT = new SkipReason("no-consent");

  /** The address bounced or complained. */
  public static final SkipReason SUPPRESSED = new SkipReason("suppressed");

  /** The store cannot pay for it. */
  public static final SkipReason BALANCE_TOO_LOW = new SkipReason("balance-too-low");

  public SkipReason {
    if (!code.matches("[a-z][a-z0-9-]{0,47}")) {
      throw new IllegalArgumentException(
          "skip reason " + Text.quoted(code) + " is not a code: use lower-case words and hyphens");
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
