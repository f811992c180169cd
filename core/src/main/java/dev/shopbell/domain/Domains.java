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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * The brand domains of a platform's stores: sets them up, looks at them again on a schedule, and
 * answers at each sending how far a store has come. A fault that passes never takes a verified
 * domain back.
 */
public final class Domains implements SendingDomains {
  /** Until then nobody else looks at a claim that is being looked at. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final int MOST_TRIES = 10;

  private final DomainVerifier verifier;
  private final DomainRegistry registry;
  private final DomainLifecycle lifecycle;
  private final RecheckSchedule schedule;
  private final DomainEvents events;
  private final LiveDmarc dmarc;
  private final Clock clock;

  private Domains(
      DomainVerifier verifier, DomainListener listener, Clock clock, RandomGenerator random) {
    this.verifier = verifier;
    this.registry = verifier.registry();
    this.schedule = new RecheckSchedule(random);
    this.lifecycle = new DomainLifecycle(verifier.policy(), schedule);
    this.events = new DomainEvents(listener);
    this.dmarc = new LiveDmarc(verifier.examiner(), clock);
    this.clock = clock;
  }

  /** The domains that this verifier verifies, kept in its registry. */
  public static Domains of(DomainVerifier verifier, DomainListener listener) {
    return of(verifier, listener, Clock.systemUTC(), new SecureRandom());
  }

  /**
   * As {@link #of(DomainVerifier, DomainListener)}, with time and chance given.
   *
   * @param random spreads the looks
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
   * page. The host stores the mailbox when it is accepted.
   *
   * @param old the mailbox so far; empty when there was none
   */
  public CompletableFuture<MailboxChange> changeMailbox(
      StoreId store, Optional<EmailAddress> old, EmailAddress mailbox) {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(old, "old");
    Objects.requireNonNull(mailbox, "mailbox");
    if (old.filter(before -> before.domain().equals(mailbox.domain())).isPresent()
        && registry.find(store, mailbox.domain()).filter(DomainClaim::isVerified).isPresent()) {
      return CompletableFuture.completedFuture(verified(store, mailbox));
    }
    return verifier.setup(store, mailbox).thenApply(result -> change(store, mailbox, result));
  }

  private MailboxChange verified(StoreId store, EmailAddress mailbox) {
    DomainState state = status(store, mailbox.domain()).state();
    events.mailboxChanged(store, mailbox);
    return new MailboxChange(true, state, Optional.empty(), Optional.empty());
  }

  private MailboxChange change(StoreId store, EmailAddress mailbox, SetupResult result) {
    if (result instanceof SetupRefusal refusal) {
      return refused(store, mailbox, refusal);
    }
    DomainSetup setup = (DomainSetup) result;
    DomainClaim claim = claim(setup);
    if (claim.isVerified()) {
      update(claim, before -> before.checks(before.checks().next(clock.instant())));
      return verified(store, mailbox);
    }
    setup.sharing().ifPresent(shared -> events.shared(setup));
    events.mailboxChanged(store, mailbox);
    return new MailboxChange(true, claim.state(), Optional.of(setup), Optional.empty());
  }

  private MailboxChange refused(StoreId store, EmailAddress mailbox, SetupRefusal refusal) {
    boolean accepted = refusal.reason() == Reason.PUBLIC_PROVIDER;
    if (accepted) {
      events.mailboxChanged(store, mailbox);
    }
    return new MailboxChange(
        accepted, DomainState.UNVERIFIED, Optional.empty(), Optional.of(refusal));
  }

  /** The claim of a set-up; it begins when there is none. */
  private DomainClaim claim(DomainSetup setup) {
    Instant now = clock.instant();
    DomainClaim begun =
        DomainClaim.begin(setup.store(), setup.domain(), setup.keyId(), now, schedule.first(now));
    if (registry.save(begun)) {
      events.changed(List.of(), begun.history());
    }
    return registry
        .find(setup.store(), setup.domain())
        .orElseThrow(
            () -> new IllegalStateException("the domain registry lost a claim it had stored"));
  }

  /** Looks at a domain now, as when a merchant asks; empty when the store never set it up. */
  public Optional<CompletableFuture<DomainReport>> check(StoreId store, DomainName domain) {
    return registry.find(store, domain).map(this::examine);
  }

  private CompletableFuture<DomainReport> examine(DomainClaim claim) {
    return verifier.examine(claim).thenApply(report -> examined(claim, report));
  }

  private DomainReport examined(DomainClaim claim, DomainReport report) {
    dmarc.learn(claim.domain(), report.dmarc().policy());
    update(claim, before -> looked(before, report.verdict(), report.lookAgainAfter()));
    events.examined(claim, report);
    return report;
  }

  private DomainClaim looked(DomainClaim before, Verdict verdict, Optional<Duration> lookAgain) {
    return lifecycle.looked(before, verdict, lookAgain, clock.instant());
  }

  /**
   * Looks at the domains that are due, at most so many, and moves those whose time has come. To be
   * called every few seconds; {@link DomainWatch} does.
   *
   * @return done when all have been looked at; how many there were
   */
  public CompletableFuture<Integer> lookAtDue(int most) {
    List<DomainClaim> due = registry.due(clock.instant(), most);
    List<CompletableFuture<Void>> looks = due.stream().filter(this::lease).map(this::look).toList();
    return CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new))
        .thenApply(done -> looks.size());
  }

  private boolean lease(DomainClaim claim) {
    Instant until = clock.instant().plus(LEASE);
    return registry.save(claim.checks(claim.checks().next(until)));
  }

  /** A short look suffices where all is well; a full one says what is not. */
  private CompletableFuture<Void> look(DomainClaim claim) {
    boolean well = claim.isVerified() && claim.checks().failures() == 0;
    CompletableFuture<Boolean> stands =
        well ? verifier.stands(claim) : CompletableFuture.completedFuture(false);
    return stands
        .thenCompose(
            stillThere ->
                stillThere
                    ? CompletableFuture.completedFuture(well(claim))
                    : examine(claim).thenApply(report -> claim))
        .thenAccept(looked -> {});
  }

  private DomainClaim well(DomainClaim claim) {
    update(claim, before -> looked(before, Verdict.VERIFIED, Optional.empty()));
    return claim;
  }

  /** Stores a change, again where another was quicker. */
  private DomainClaim update(DomainClaim seen, UnaryOperator<DomainClaim> change) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      DomainClaim before = registry.find(seen.store(), seen.domain()).orElse(seen);
      DomainClaim after = change.apply(before);
      if (registry.save(after)) {
        events.changed(before.history(), after.history());
        return after;
      }
    }
    throw new IllegalStateException(
        "the domain registry refused a claim " + MOST_TRIES + " times: is its version kept?");
  }

  @Override
  public DomainStatus status(StoreId store, DomainName domain) {
    DmarcPolicy policy = dmarc.policy(domain);
    return registry
        .find(store, domain)
        .map(claim -> lifecycle.atTime(claim, clock.instant()))
        .map(claim -> new DomainStatus(claim.state(), policy, verifier.returnPath(claim)))
        .orElseGet(() -> new DomainStatus(DomainState.UNVERIFIED, policy, Optional.empty()));
  }
}
