package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.ExpectedRecord;
import java.util.List;
import java.util.Optional;

/**
 * Which records a store publishes on its domain. The stock one is {@link ThreeCnames}; a platform
 * with its own way of signing brings another.
 */
public interface RecordSet {
  /**
   * The records, the same for the same tokens; at least one.
   *
   * @throws IllegalArgumentException when the domain is too long for them
   */
  List<ExpectedRecord> records(DomainName domain, DomainTokens tokens);

  /** The host below the domain that bounces come back to; empty when it has none of its own. */
  Optional<DomainName> returnPath(DomainName domain, DomainTokens tokens);
}
