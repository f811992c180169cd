package dev.shopbell.notice;

/** Why a notice is sent; it decides which consent it needs and whether it may wait. */
public enum Purpose {
  /**
   * Belongs to something the recipient did: an order, a refund. Marketing opt-outs do not stop it.
   */
  TRANSACTIONAL,
  /** Wants the recipient to buy. Needs consent, waits behind everything else. */
  MARKETING,
  /** Must arrive now: an outage. Passes quiet hours and frequency caps. */
  CRITICAL
}
