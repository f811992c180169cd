package dev.shopbell.templates.events;

/** How far a case has come. */
public enum AfterSalesStep {
  /** The shop has the request. */
  RECEIVED,
  /** The buyer is asked to send the goods back. */
  SEND_BACK,
  /** The goods are back at the shop. */
  ARRIVED,
  /** Others are on their way. */
  REPLACED,
  /** It is settled. */
  CLOSED
}
