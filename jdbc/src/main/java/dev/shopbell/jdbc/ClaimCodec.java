package dev.shopbell.jdbc;

import dev.shopbell.address.DomainName;
import dev.shopbell.domain.DomainChange;
import dev.shopbell.domain.DomainClaim;
import dev.shopbell.domain.DomainClaim.Basis;
import dev.shopbell.domain.DomainClaim.Checks;
import dev.shopbell.domain.DomainState;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A claim on a domain, with its history, as octets behind the version of their form. */
final class ClaimCodec {
  private static final byte VERSION = 1;

  private ClaimCodec() {}

  static byte[] body(DomainClaim claim) {
    Octets out = new Octets().octet(VERSION);
    out.text(claim.basis().keyId());
    out.text(claim.basis().proof().map(DomainName::value).orElse(""));
    out.text(claim.state().name()).time(claim.since());
    checks(out, claim.checks());
    out.number(claim.history().size());
    claim.history().forEach(change -> change(out, change));
    return out.bytes();
  }

  private static void checks(Octets out, Checks checks) {
    out.time(checks.next()).time(checks.begun());
    out.number(checks.number()).number(checks.failures());
    out.number(checks.failingSince().isPresent() ? 1 : 0);
    checks.failingSince().ifPresent(out::time);
  }

  private static void change(Octets out, DomainChange change) {
    out.text(change.from().name()).text(change.to().name());
    out.time(change.at()).text(change.cause().name());
  }

  static DomainClaim read(StoreId store, DomainName domain, long version, byte[] body) {
    OctetReader in = OctetReader.of(body, VERSION);
    Basis basis =
        new Basis(in.text(), Optional.of(in.text()).filter(p -> !p.isEmpty()).map(DomainName::of));
    DomainState state = DomainState.valueOf(in.text());
    Instant since = in.time();
    Checks checks = checks(in);
    List<DomainChange> history = in.list(() -> change(store, domain, in));
    return new DomainClaim(store, domain, basis, state, since, checks, history, version);
  }

  private static Checks checks(OctetReader in) {
    return new Checks(
        in.time(),
        in.time(),
        in.number(),
        in.number(),
        in.number() == 1 ? Optional.of(in.time()) : Optional.empty());
  }

  private static DomainChange change(StoreId store, DomainName domain, OctetReader in) {
    return new DomainChange(
        store,
        domain,
        DomainState.valueOf(in.text()),
        DomainState.valueOf(in.text()),
        in.time(),
        DomainChange.Cause.valueOf(in.text()));
  }
}
