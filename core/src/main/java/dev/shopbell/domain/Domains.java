package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.diagnosis.DomainReport;
import dev.shopbell.diagnosis.DomainReport.Verdict;
import dev.shopbell.domain.SetupRefusal.Reason;
import dev.shopbell.store.StoreId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The brand domains of a platform's stores: sets them up, looks at them again on a schedule, and
 * answers at each sending how far a store has come. A fault that passes never takes a verified
 * domain back.
 */
public final class Domains implements SendingDomains {
  private static final Logger log = LoggerFactory.getLogger(Domains.class);

  private final DomainVerifier verifier;
  private final Claims claims;
  private final DomainEvents events;
  private final LiveDmarc dmarc;

  private Domains(
      DomainVerifier verifier, DomainListener listener, Clock clock, RandomGenerator random) {
    this.verifier = verifier;
    this.events = new DomainEvents(listener);
    RecheckSchedule schedule = new RecheckSchedule(random);
    this.claims = new Claims(verifier.registry(), verifier.policy(), schedule, events, clock);
    this.dmarc = new LiveDmarc(verifier.examiner(), clock);
  }

  /** The domains that this verifier verifies, kept in its registry. */
  public static Domains of(DomainVerifier verifier, DomainListener listener) {
    return of(verifier, listener, Clock.systemUTC(), new SecureRandom());
  }

  /**
   * As {@link #of(DomainVerifier, DomainListener)}, with time and chance given.
   *
   * @param random spreads the looks; asked by many threads
   */
  public static Domains of(
      DomainVerifier verifier, DomainListener listener, Clock clock, RandomGenerator random) {
    return new Domains(
        Objects.requireNonNull(verifier, "verifier"),
        Objects.requireNonNull(listener, "listener"),
        Objects.requireNonNull(clock, "clock"),
        Objects.requireNonNull(random, "random"));
  }

  /**
   * What a change of a store's contact mailbox comes to: the one operation behind every settings
   * page. The host stores the mailbox when it is accepted. On a domain that the store has verified,
   * now or earlier, nothing is asked and nothing is to be done.
   *
   * @param old the mailbox so far; empty when there was none
   * @throws IllegalArgumentException when the domain is too long for its records' names
   */
  public CompletableFuture<MailboxChange> changeMailbox(
      StoreId store, Optional<EmailAddress> old, EmailAddress mailbox) {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(old, "old");
    DomainName domain = mailbox.domain();
    Optional<DomainClaim> known = claims.find(store, domain).filter(DomainClaim::isVerified);
    if (known.isPresent() && !verifier.isPublic(domain)) {
      boolean stays = old.filter(before -> before.domain().equals(domain)).isPresent();
      DomainClaim claim = stays ? known.get() : claims.lookSoon(known.get());
      return CompletableFuture.completedFuture(accepted(claim, mailbox, Optional.empty()));
    }
    return verifier.setup(store, mailbox).thenApply(result -> change(store, mailbox, result));
  }

  private MailboxChange change(StoreId store, EmailAddress mailbox, SetupResult result) {
    if (result instanceof SetupRefusal refusal) {
      return refused(store, mailbox, refusal);
    }
    DomainSetup setup = (DomainSetup) result;
    DomainClaim claim = claims.begin(setup);
    return accepted(claim, mailbox, Optional.of(verifier.of(claim, setup)));
  }

  private MailboxChange accepted(
      DomainClaim claim, EmailAddress mailbox, Optional<DomainSetup> setup) {
    events.mailboxChanged(claim.store(), mailbox);
    return new MailboxChange(
        true, claim.state(), setup.filter(needed -> !claim.isVerified()), Optional.empty());
  }

  private MailboxChange refused(StoreId store, EmailAddress mailbox, SetupRefusal refusal) {
    boolean accepted = refusal.reason() == Reason.PUBLIC_PROVIDER;
    if (accepted) {
      events.mailboxChanged(store, mailbox);
    }
    return new MailboxChange(
        accepted, DomainState.UNVERIFIED, Optional.empty(), Optional.of(refusal));
  }

  /** Looks at a domain now, as when a merchant asks; empty when the store never set it up. */
  public Optional<CompletableFuture<DomainReport>> check(StoreId store, DomainName domain) {
    return claims
        .find(store, domain)
        .map(claim -> CompletableFuture.completedFuture(claim).thenCompose(this::examine));
  }

  private CompletableFuture<DomainReport> examine(DomainClaim claim) {
    return verifier.examine(claim).thenApply(report -> examined(claim, report));
  }

  private DomainReport examined(DomainClaim claim, DomainReport report) {
    dmarc.learn(claim.domain(), report.dmarc().policy());
    DomainClaim after = claims.looked(claim, report.verdict(), report.lookAgainAfter());
    events.examined(after, report);
    return report;
  }

  /**
   * Looks at the domains that are due, at most so many, and moves those whose time has come. To be
   * called every few seconds; {@link DomainWatch} does. One that cannot be looked at keeps no other
   * from it.
   *
   * @return done when all have been looked at; how many there were
   */
  public CompletableFuture<Integer> lookAtDue(int most) {
    List<CompletableFuture<DomainClaim>> looks = begin(most);
    return CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new))
        .thenApply(done -> looks.size());
  }

  /** Begins to look at what is due, and waits for none. */
  List<CompletableFuture<DomainClaim>> begin(int most) {
    return claims.takeDue(most).stream().map(this::look).toList();
  }

  private CompletableFuture<DomainClaim> look(DomainClaim claim) {
    return CompletableFuture.completedFuture(claim)
        .thenCompose(this::lookAt)
        .exceptionally(failed -> notLookedAt(claim, failed));
  }

  /** Nothing is known of it then, as when the DNS fails. */
  private DomainClaim notLookedAt(DomainClaim claim, Throwable failed) {
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    log.warn(
        "domain {} of store {} could not be looked at: {}",
        claim.domain(),
        claim.store().value(),
        cause.toString());
    return claims.looked(claim, Verdict.UNKNOWN, Optional.empty());
  }

  /**
   * Where the records were seen before, a short look suffices as long as the world sees them; a
   * full one says what keeps them from it.
   */
  private CompletableFuture<DomainClaim> lookAt(DomainClaim claim) {
    boolean seenBefore = claim.isVerified() || claim.state() == DomainState.LAPSED;
    CompletableFuture<Boolean> stands =
        seenBefore ? verifier.stands(claim) : CompletableFuture.completedFuture(false);
    return stands.thenCompose(
        seen -> seen ? wellSeen(claim) : examine(claim).thenApply(r -> claim));
  }

  private CompletableFuture<DomainClaim> wellSeen(DomainClaim claim) {
    return CompletableFuture.completedFuture(
        claims.looked(claim, Verdict.VERIFIED, Optional.empty()));
  }

  /**
   * {@inheritDoc} A claim whose signing key is no longer kept counts as unverified, since its mail
   * could not be signed as its records say.
   */
  @Override
  public DomainStatus status(StoreId store, DomainName domain) {
    DmarcPolicy policy = dmarc.policy(domain);
    return claims
        .find(store, domain)
        .filter(verifier.storeRecords()::hasKey)
        .map(
            claim ->
                new DomainStatus(claim.state(), policy, verifier.storeRecords().returnPath(claim)))
        .orElseGet(() -> new DomainStatus(DomainState.UNVERIFIED, policy, Optional.empty()));
  }
}
