package dev.shopbell.sms;

/** What a provider multiplies its price with. */
public enum SmsBilling {
  /** The units divided by a segment's capacity, rounded up, wherever the borders lie. */
  UNITS,
  /** The segments that go out, of which none begins or ends inside a character. */
  SEGMENTS
}
