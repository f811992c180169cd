package dev.shopbell.diagnosis;

/** What a domain asks receivers to do with mail that is not aligned with it (RFC 9989). */
public enum DmarcPolicy {
  /** The domain publishes no policy. */
  MISSING,
  /** {@code p=none}: deliver it. */
  NONE,
  /** {@code p=quarantine}: treat it as suspicious. */
  QUARANTINE,
  /** {@code p=reject}: refuse it. */
  REJECT,
  /** The policy could not be asked; it is taken to be strict. */
  UNKNOWN;

  /** True when mail that is not aligned may be put aside or refused. */
  public boolean isStrict() {
    return this == QUARANTINE || this == REJECT || this == UNKNOWN;
  }
}
