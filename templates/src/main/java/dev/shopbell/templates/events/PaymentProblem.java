package dev.shopbell.templates.events;

/** Why a payment failed, as far as a buyer is told: what was suspected is nobody's business. */
public enum PaymentProblem {
  /** The account did not cover it. */
  NO_FUNDS,
  /** The card is out of date. */
  CARD_EXPIRED,
  /** It is above a limit of the card or the account. */
  LIMIT,
  /** The buyer did not confirm it with the bank. */
  NOT_CONFIRMED,
  /** It took too long. */
  TIMED_OUT,
  /** Anything else, risk checks included. */
  DECLINED
}
