package dev.shopbell.domain;

/** How far a store has come with its own domain. */
public enum DomainState {
  /** Nothing was set up. */
  UNVERIFIED,
  /** Set up; its records are not all seen yet. */
  PENDING,
  /** Its records are seen; brand sending has not begun. */
  VERIFIED,
  /** Mail goes out as the domain. */
  EFFECTIVE,
  /** It was effective and has lost its records for long. */
  LAPSED
}
