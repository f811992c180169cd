package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.DmarcPolicy;
import java.util.Objects;
import java.util.Optional;

/**
 * A store's mail domain at one moment.
 *
 * @param state how far the store has come with it
 * @param dmarc the policy that applies to it
 * @param returnPath the host below it that bounces come back to; empty when it has none of its own
 */
public record DomainStatus(DomainState state, DmarcPolicy dmarc, Optional<DomainName> returnPath) {
  /**
   * Nothing is known: the domain is not used as the sender's, and its policy is taken to be strict.
   */
  public static final DomainStatus UNKNOWN =
      new DomainStatus(DomainState.UNVERIFIED, DmarcPolicy.UNKNOWN, Optional.empty());

  public DomainStatus {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(dmarc, "dmarc");
    Objects.requireNonNull(returnPath, "returnPath");
  }
}
