package dev.shopbell.store;

/**
 * The kind of letters a store is set in. A kind and not a name: mail clients load no fonts, so each
 * stands for a list of fonts that readers have.
 */
public enum Typeface {
  /** The reader's own system font. */
  SANS,
  /** With serifs, for a classic look. */
  SERIF,
  /** Rounded, for a soft look. */
  ROUNDED
}
