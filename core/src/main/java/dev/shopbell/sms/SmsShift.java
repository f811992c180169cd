package dev.shopbell.sms;

/**
 * Which kinds of national language tables a message may name in its header (TS 23.038, 6.2.1.2).
 */
public enum SmsShift {
  /** None: the default alphabet and its extension table. */
  NONE,
  /** Another extension table: its characters take two septets. */
  SINGLE,
  /** Another alphabet: its characters take one septet. */
  LOCKING,
  /** Either, or one of each. */
  BOTH;

  boolean single() {
    return this == SINGLE || this == BOTH;
  }

  boolean locking() {
    return this == LOCKING || this == BOTH;
  }
}
