package dev.shopbell.delivery;

import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.StoreId;
import dev.shopbell.transport.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps deliveries from the moment they are sent. Each method is one unit of work: it happens as a
 * whole or not at all, also when others call at the same time.
 */
public interface DeliveryStore extends EnqueueScope, AutoCloseable {
  /**
   * Stores a notice, unless its key was used before.
   *
   * @return the first notice with that key, and whether it is this one; or this one
   * @throws QueueFullException when there is no room
   */
  @Override
  SendResult enqueue(Submission submission);

  /**
   * Claims deliveries that are due: marketing behind all others, stores in turn. A lapsed claim is
   * due again if its attempt had not begun, and comes back as abandoned if it had.
   */
  List<Claim> claim(ClaimRequest request);

  /**
   * Puts on record that an attempt begins.
   *
   * @return the claims that still hold; an attempt may be made for these alone
   */
  List<Claim> begin(List<Claim> claims);

  /**
   * Holds claims for so long from now on; for no time, they are given back and due again at once.
   * To be given back are only those whose attempts have not begun.
   */
  void hold(List<Claim> claims, Instant now, Duration lease);

  /**
   * Records how attempts ended.
   *
   * @return the deliveries as they stand now; those whose claim was void are missing
   */
  List<Delivery> complete(List<Completion> completions);

  /**
   * Cancels what a store has pending of a type about a thing. What has begun, or was accepted, is
   * told as too late; it goes to no other channel any more. What was claimed as {@link
   * ClaimRequest#unmarked} counts as begun, and stays so.
   */
  Cancellation cancel(StoreId store, String about, String type, Instant now);

  /** Makes a given-up delivery due again with another window; empty when it is not given up. */
  Optional<Delivery> redrive(DeliveryId id, Window window);

  /**
   * Changes the delivery that a provider accepted under a receipt's identifier. A receipt for an
   * identifier that is not known yet is kept for {@link #unmatched}.
   *
   * @param change what follows from the receipt; the same progress when nothing does
   * @return the delivery, if it was changed
   */
  Optional<Delivery> settle(Receipt receipt, Function<Delivery, Progress> change);

  /** Takes the receipts that came before it was known that the provider had accepted these. */
  List<Receipt> unmatched(String provider, List<String> ids);

  /**
   * Some of the receipts that are kept although it is known what they are for: who knew it first
   * was killed before it could take or settle them. To be settled again. Empty unless a store keeps
   * receipts for longer than a process lives.
   */
  default List<Receipt> stranded() {
    return List.of();
  }

  /** One delivery; empty when it is not known, or no longer. */
  Optional<Delivery> find(DeliveryId id);

  /** The oldest deliveries in any of these states, at most so many. */
  List<Delivery> list(Set<DeliveryState> states, int most);

  /**
   * Forgets a person: what is pending for them is cancelled, and who they are and what was said is
   * erased. That there was a delivery, and what became of it, stays.
   *
   * @param recipient {@link dev.shopbell.notice.Recipient#id}
   * @return the deliveries that were cancelled by it, with nothing personal in them
   */
  List<Delivery> forget(String recipient);

  /** When something is due next, or a claim lapses; empty when nothing is pending. */
  Optional<Instant> nextDue();

  /** How much waits and was given up. It costs the same however much that is. */
  Backlog backlog();

  /** Ends what is kept open. A second call does nothing. */
  @Override
  default void close() {}
}
