package dev.shopbell.notice;

/** Where an order came from. Settings are shared by both; statistics tell them apart. */
public enum Origin {
  /** Sold by the store itself. */
  OWN,
  /** Sold by a distributor of the store. */
  DISTRIBUTION
}
