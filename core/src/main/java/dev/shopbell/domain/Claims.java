package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.DomainReport.Verdict;
import dev.shopbell.domain.DomainClaim.Checks;
import dev.shopbell.store.StoreId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The claims of a registry, as time and looks change them: each change stored once, told once. */
final class Claims {
  /** Until then nobody else looks at a claim that is being looked at. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final int MOST_TRIES = 10;

  private final DomainRegistry registry;
  private final RecheckSchedule schedule;
  private final DomainLifecycle lifecycle;
  private final DomainEvents events;
  private final Clock clock;

  Claims(
      DomainRegistry registry,
      DomainPolicy policy,
      RecheckSchedule schedule,
      DomainEvents events,
      Clock clock) {
    this.registry = registry;
    this.schedule = schedule;
    this.lifecycle = new DomainLifecycle(policy, schedule);
    this.events = events;
    this.clock = clock;
  }

  /** The store's claim on that domain as it is at this moment. */
  Optional<DomainClaim> find(StoreId store, DomainName domain) {
    return registry.find(store, domain).map(claim -> lifecycle.atTime(claim, clock.instant()));
  }

  /** The claim of a set-up; where it was made before, its schedule begins again. */
  DomainClaim begin(DomainSetup setup) {
    Instant now = clock.instant();
    Instant look = schedule.first(now);
    DomainClaim begun = DomainClaim.begin(setup.store(), setup.domain(), setup.basis(), now, look);
    if (!registry.save(begun)) {
      return update(begun, claim -> begunAgain(claim, now, look));
    }
    events.changed(List.of(), begun.history());
    setup.sharing().ifPresent(shared -> events.shared(setup));
    return begun;
  }

  private static DomainClaim begunAgain(DomainClaim claim, Instant now, Instant look) {
    return claim.isVerified() ? claim : claim.checks(Checks.beginning(now).next(look));
  }

  /** Puts a claim on top of what is due. */
  DomainClaim lookSoon(DomainClaim claim) {
    Instant now = clock.instant();
    return update(claim, before -> before.checks(before.checks().next(now)));
  }

  /** The claims that are due, at most so many, each given to one caller alone. */
  List<DomainClaim> takeDue(int most) {
    return registry.due(clock.instant(), most).stream().filter(this::lease).toList();
  }

  private boolean lease(DomainClaim claim) {
    Instant until = clock.instant().plus(LEASE);
    return registry.save(claim.checks(claim.checks().next(until)));
  }

  /** The claim after a look. */
  DomainClaim looked(DomainClaim claim, Verdict verdict, Optional<Duration> lookAgain) {
    return update(claim, before -> lifecycle.looked(before, verdict, lookAgain, clock.instant()));
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
        "the domain registry refused a claim on %s %s times: is its version kept?"
            .formatted(seen.domain(), MOST_TRIES));
  }
}
