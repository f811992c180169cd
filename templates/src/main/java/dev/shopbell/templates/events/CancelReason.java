package dev.shopbell.templates.events;

/** Why an order was cancelled. */
public enum CancelReason {
  /** The buyer asked for it. */
  BY_BUYER,
  /** It was not paid in time. */
  NOT_PAID,
  /** Something ordered is sold out. */
  SOLD_OUT,
  /** The shop cannot deliver it. */
  BY_SHOP
}
