package dev.shopbell.notice;

/** Whose account a message that costs something is charged to. */
public enum Payer {
  /** The store's. */
  STORE,
  /** The platform's: free for the store. */
  PLATFORM
}
