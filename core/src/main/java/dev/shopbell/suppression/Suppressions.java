package dev.shopbell.suppression;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.plan.Gate;
import dev.shopbell.plan.SkipReason;
import dev.shopbell.store.StoreId;
import dev.shopbell.transport.Transport;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Each store's list of addresses that must not be written to again. A hard bounce or a complaint
 * puts an address there at once, soft bounces after a number within a time, and a refusal that is
 * about the sender or the words never. Nothing is kept from one question to the next.
 */
public final class Suppressions {
  private final SuppressionStore store;
  private final SuppressionPolicy policy;
  private final Clock clock;

  /** Lists kept there, by that policy and clock. */
  public Suppressions(SuppressionStore store, SuppressionPolicy policy, Clock clock) {
    this.store = Objects.requireNonNull(store, "store");
    this.policy = Objects.requireNonNull(policy, "policy");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Lists in memory, by the standard policy. */
  public static Suppressions inMemory(Clock clock) {
    return new Suppressions(new InMemorySuppressionStore(), SuppressionPolicy.STANDARD, clock);
  }

  /** Why a store must not write to an address; empty when it may. */
  public Optional<SuppressedAddress> find(StoreId store, EmailAddress address) {
    return this.store.find(store, plain(address)).filter(SuppressedAddress::isSuppressed);
  }

  /** A gate that skips mail to suppressed addresses, whatever its purpose. */
  public Gate gate() {
    return candidate ->
        candidate.address() instanceof EmailAddress mailbox
                && find(candidate.store(), mailbox).isPresent()
            ? Optional.of(SkipReason.SUPPRESSED)
            : Optional.empty();
  }

  /**
   * The transport behind a guard that asks for each letter just before it is handed over, and
   * refuses one to a suppressed address. For hosts that hand letters to a transport themselves; a
   * notifier asks its gates. Closing it closes the transport.
   */
  public Transport guard(Transport transport) {
    return new GuardedTransport(this, Objects.requireNonNull(transport, "transport"));
  }

  /** A letter came back, or its recipient complained, for good: suppresses at once. */
  public void suppress(
      StoreId store, EmailAddress address, SuppressionReason reason, Instant time) {
    if (reason == SuppressionReason.LIFTED) {
      throw new IllegalArgumentException("lifted is no reason to suppress: use lift");
    }
    enter(store, plain(address), reason, time, 1);
  }

  /**
   * A letter came back for a reason that passes: suppresses when it is one too many.
   *
   * @param cause what bounced, the delivery's identifier: reported twice, it counts once
   */
  public void softBounce(StoreId store, EmailAddress address, String cause, Instant time) {
    EmailAddress mailbox = plain(address);
    Instant since = clock.instant().minus(policy.within());
    if (time.isBefore(since) || isLifted(store, mailbox, time)) {
      return;
    }
    int count = this.store.softBounce(store, mailbox, cause, time, since);
    if (count >= policy.softBounces()) {
      enter(store, mailbox, SuppressionReason.SOFT_BOUNCES, time, count);
    }
  }

  /** Puts an address on a store's list by hand. */
  public void add(StoreId store, EmailAddress address) {
    this.store.put(
        new SuppressedAddress(
            store, plain(address), SuppressionReason.BY_HAND, clock.instant(), 0));
  }

  /**
   * Takes an address off a store's list. What is reported of letters from before is not counted any
   * more.
   *
   * @return true when it was on the list
   */
  public boolean lift(StoreId store, EmailAddress address) {
    EmailAddress mailbox = plain(address);
    boolean listed = find(store, mailbox).isPresent();
    this.store.forgetSoftBounces(store, mailbox);
    if (listed) {
      this.store.put(
          new SuppressedAddress(store, mailbox, SuppressionReason.LIFTED, clock.instant(), 0));
    }
    return listed;
  }

  /** A store's list as lines, see {@link SuppressedAddress#line}. Personal. To be closed. */
  public Stream<String> export(StoreId store) {
    return this.store.list(store).map(SuppressedAddress::line);
  }

  /**
   * Takes lines as {@link #export} writes them, each in place of what is there. Blank lines and
   * those that begin with {@code #} are passed over. All are read before any is taken.
   *
   * @return how many were taken
   * @throws IllegalArgumentException when a line cannot be read, with its number
   */
  public int load(List<String> lines) {
    List<SuppressedAddress> entries = SuppressionLines.read(lines);
    entries.forEach(store::put);
    return entries.size();
  }

  /** One that was put there first stays, unless the new reason is a graver one. */
  private void enter(
      StoreId store, EmailAddress mailbox, SuppressionReason reason, Instant time, int count) {
    if (isLifted(store, mailbox, time)) {
      return;
    }
    Optional<SuppressedAddress> before = find(store, mailbox);
    boolean graver =
        before
            .map(
                entry ->
                    entry.reason() == SuppressionReason.SOFT_BOUNCES && entry.reason() != reason)
            .orElse(true);
    if (graver) {
      this.store.put(new SuppressedAddress(store, mailbox, reason, time, count));
    }
  }

  private boolean isLifted(StoreId store, EmailAddress mailbox, Instant time) {
    return this.store
        .find(store, mailbox)
        .filter(entry -> !entry.isSuppressed() && !time.isAfter(entry.time()))
        .isPresent();
  }

  /** The same letters for the same mailbox, however they were written. */
  static EmailAddress plain(EmailAddress address) {
    return new EmailAddress(address.local().toLowerCase(Locale.ROOT), address.domain());
  }
}
