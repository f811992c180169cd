package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a platform keeps of one store's domain. Whatever the store does next, a claim stays: going
 * back to a verified domain needs nothing.
 *
 * @param store whose it is
 * @param domain which
 * @param basis what its records are made from, for good
 * @param state how far it has come
 * @param since when it came there
 * @param checks when it is looked at again, and what became of the last looks
 * @param history its changes, the newest last; the last 20 are kept
 * @param version counts the times it was stored; 0 when it never was
 */
public record DomainClaim(
    StoreId store,
    DomainName domain,
    Basis basis,
    DomainState state,
    Instant since,
    Checks checks,
    List<DomainChange> history,
    long version) {
  private static final int LONGEST_HISTORY = 20;

  public DomainClaim {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(domain, "domain");
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(checks, "checks");
    history = List.copyOf(history);
  }

  /**
   * What a claim's records are made from. It stays as it was when the claim began: neither a new
   * signing key nor another store's claim changes what the store has published.
   *
   * @param keyId the key that the tokens are made with
   * @param proof the domain above it that another store had claimed before, so that a TXT record
   *     there must prove that it is this store's too; empty when there was none
   */
  public record Basis(String keyId, Optional<DomainName> proof) {
    public Basis {
      Objects.requireNonNull(keyId, "keyId");
      Objects.requireNonNull(proof, "proof");
    }
  }

  /**
   * The looks at a claim.
   *
   * @param next when to look again
   * @param begun when it was set up, or was seen to fail: what the schedule counts from
   * @param number how many looks came since then
   * @param failures definite failures in a row
   * @param failingSince when the first of them was; empty when there is none
   */
  public record Checks(
      Instant next, Instant begun, int number, int failures, Optional<Instant> failingSince) {
    public Checks {
      Objects.requireNonNull(next, "next");
      Objects.requireNonNull(begun, "begun");
      Objects.requireNonNull(failingSince, "failingSince");
    }

    static Checks beginning(Instant now) {
      return new Checks(now, now, 0, 0, Optional.empty());
    }

    Checks next(Instant next) {
      return new Checks(next, begun, number, failures, failingSince);
    }
  }

  /** A claim that begins now and is looked at then. */
  static DomainClaim begin(
      StoreId store, DomainName domain, Basis basis, Instant now, Instant look) {
    DomainChange begun =
        new DomainChange(
            store,
            domain,
            DomainState.UNVERIFIED,
            DomainState.PENDING,
            now,
            DomainChange.Cause.SET_UP);
    return new DomainClaim(
        store,
        domain,
        basis,
        DomainState.PENDING,
        now,
        Checks.beginning(now).next(look),
        List.of(begun),
        0);
  }

  /** True when its records were seen and it has not lapsed. */
  public boolean isVerified() {
    return state == DomainState.VERIFIED || state == DomainState.EFFECTIVE;
  }

  DomainClaim checks(Checks checks) {
    return new DomainClaim(store, domain, basis, state, since, checks, history, version);
  }

  /** The claim as stored for the n-th time. */
  public DomainClaim version(long version) {
    return new DomainClaim(store, domain, basis, state, since, checks, history, version);
  }

  DomainClaim become(DomainState to, Instant at, DomainChange.Cause cause) {
    List<DomainChange> changes = new ArrayList<>(history);
    changes.add(new DomainChange(store, domain, state, to, at, cause));
    List<DomainChange> kept =
        changes.subList(Math.max(0, changes.size() - LONGEST_HISTORY), changes.size());
    return new DomainClaim(store, domain, basis, to, at, checks, kept, version);
  }
}
