package dev.shopbell.testkit.dns;

/** What is wrong with the signatures of a zone, or of one name in it. */
public enum SignatureFlaw {
  /** They were good for a month, long ago. */
  EXPIRED,
  /** They become good in a far year. */
  NOT_YET_VALID,
  /** They are not of these records: a bit is wrong. */
  BROKEN,
  /** They are not there, though the parent says that the zone is signed. */
  MISSING
}
