package dev.shopbell.consent;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.MarketingConsent;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.plan.Candidate;
import dev.shopbell.plan.Gate;
import dev.shopbell.plan.SkipReason;
import dev.shopbell.store.StoreId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What recipients want. A no stops the purpose it was said of and nothing else: whoever wants no
 * marketing still hears of their order. What was said last counts, and what was said of a channel
 * counts for it before what was said of all. Nothing is kept from one question to the next.
 */
public final class Consents {
  private final ConsentStore store;
  private final ConsentPolicy policy;
  private final Clock clock;

  /** Consents kept there, by that policy and clock. */
  public Consents(ConsentStore store, ConsentPolicy policy, Clock clock) {
    this.store = Objects.requireNonNull(store, "store");
    this.policy = Objects.requireNonNull(policy, "policy");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Consents kept there: marketing goes out until somebody says no. */
  public Consents(ConsentStore store) {
    this(store, ConsentPolicy.OPT_OUT, Clock.systemUTC());
  }

  /** A recipient says yes to a purpose on one channel. */
  public void grant(
      StoreId store, String recipient, Purpose purpose, Channel channel, String source) {
    say(store, recipient, purpose, Optional.of(channel), true, source);
  }

  /** A recipient says no to a purpose on one channel. */
  public void withdraw(
      StoreId store, String recipient, Purpose purpose, Channel channel, String source) {
    say(store, recipient, purpose, Optional.of(channel), false, source);
  }

  /** A recipient says yes to a purpose on all channels. */
  public void grantAll(StoreId store, String recipient, Purpose purpose, String source) {
    say(store, recipient, purpose, Optional.empty(), true, source);
  }

  /** A recipient says no to a purpose on all channels, as by a link to unsubscribe. */
  public void withdrawAll(StoreId store, String recipient, Purpose purpose, String source) {
    say(store, recipient, purpose, Optional.empty(), false, source);
  }

  private void say(
      StoreId store,
      String recipient,
      Purpose purpose,
      Optional<Channel> channel,
      boolean granted,
      String source) {
    put(new Consent(store, recipient, purpose, channel, granted, clock.instant(), source));
  }

  /** Keeps what was said elsewhere or earlier: for taking over what a platform has. */
  public void put(Consent consent) {
    store.put(Objects.requireNonNull(consent, "consent"));
  }

  /** What counts for a purpose on a channel; empty when nothing was said of it. */
  public Optional<Consent> find(StoreId store, String recipient, Purpose purpose, Channel channel) {
    return this.store.find(store, recipient).stream()
        .filter(consent -> consent.concerns(purpose, channel))
        .max(Comparator.comparing(consent -> consent.channel().isPresent()));
  }

  /** All that a recipient said of a store's messages: for a settings page, or when they ask. */
  public List<Consent> list(StoreId store, String recipient) {
    return this.store.find(store, recipient);
  }

  /**
   * Forgets a person, in all stores: what they granted is erased, what they refused stays without
   * its source.
   *
   * @param recipient {@link Recipient#id}
   */
  public void forget(String recipient) {
    store.forget(Objects.requireNonNull(recipient, "recipient"));
  }

  /**
   * A gate that skips what its recipient does not want ({@code opted-out}), and marketing that
   * needs a yes and has none ({@code no-consent}).
   */
  public Gate gate() {
    return this::refusal;
  }

  private Optional<SkipReason> refusal(Candidate candidate) {
    Purpose purpose = candidate.type().purpose();
    Recipient recipient = candidate.recipient();
    Optional<Consent> said = find(candidate.store(), recipient.id(), purpose, candidate.channel());
    if (said.isPresent()) {
      return said.get().granted() ? Optional.empty() : Optional.of(SkipReason.OPTED_OUT);
    }
    boolean may =
        purpose != Purpose.MARKETING
            || policy.allowsUnasked(candidate.store(), recipient, candidate.channel());
    return may ? Optional.empty() : Optional.of(SkipReason.NO_CONSENT);
  }

  /** The same answers for the promotion blocks in transactional notices. */
  public MarketingConsent marketing() {
    return (store, recipient, channel) ->
        find(store, recipient.id(), Purpose.MARKETING, channel)
            .map(Consent::granted)
            .orElseGet(() -> policy.allowsUnasked(store, recipient, channel));
  }
}
