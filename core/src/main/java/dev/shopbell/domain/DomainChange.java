package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.Objects;

/**
 * A domain came from one state to another.
 *
 * @param store whose it is
 * @param domain which
 * @param from the state before
 * @param to the state since
 * @param at when
 * @param cause why
 */
public record DomainChange(
    StoreId store, DomainName domain, DomainState from, DomainState to, Instant at, Cause cause) {
  /** Why a domain changed its state. */
  public enum Cause {
    /** Its set-up began. */
    SET_UP,
    /** All its records were seen. */
    RECORDS_SEEN,
    /** The time until brand sending is over. */
    TOOK_EFFECT,
    /** Its records were missing for too long. */
    RECORDS_LOST,
    /** Its records are back. */
    RECORDS_BACK
  }

  public DomainChange {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(domain, "domain");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(cause, "cause");
  }
}
