package dev.shopbell.templates.events;

/** What holds an order up. */
public enum OrderProblem {
  /** The address cannot be delivered to. */
  ADDRESS,
  /** Something ordered is sold out. */
  SOLD_OUT,
  /** The buyer cannot be reached. */
  UNREACHABLE,
  /** Anything else; the note says what. */
  OTHER
}
