package dev.shopbell.delivery;

import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.IdempotencyKey;
import dev.shopbell.notice.Purpose;
import dev.shopbell.store.StoreId;
import dev.shopbell.transport.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Keeps deliveries in memory: what is pending when the process ends is lost. Bounded: it refuses
 * notices when {@code capacity} deliveries are pending, and remembers as many that were given up
 * and as many others that ended, the newest of each.
 */
public final class InMemoryDeliveryStore implements DeliveryStore {
  private final int capacity;
  private final Map<DeliveryId, QueuedDelivery> entries = new LinkedHashMap<>();
  private final Lane urgent = new Lane();
  private final Lane bulk = new Lane();
  private final NavigableSet<QueuedDelivery> leased = new TreeSet<>(QueuedDelivery.BY_LEASE);
  private final Map<StoreKey, Submission> keys = new LinkedHashMap<>();
  private final ProviderIds providerIds;
  private final Deque<DeliveryId> givenUp = new ArrayDeque<>();
  private final Deque<DeliveryId> ended = new ArrayDeque<>();
  private int pending;
  private long queued;
  private long tokens;

  private record StoreKey(StoreId store, IdempotencyKey key) {}

  /** A store with room for that many pending deliveries, 1 or more. */
  public InMemoryDeliveryStore(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity is " + capacity + ": give 1 or more");
    }
    this.capacity = capacity;
    this.providerIds = new ProviderIds(capacity);
  }

  @Override
  public synchronized SendResult enqueue(Submission submission) {
    Optional<StoreKey> key = submission.key().map(value -> new StoreKey(submission.store(), value));
    Submission first = key.map(keys::get).orElse(null);
    if (first != null) {
      boolean same = first.fingerprint().equals(submission.fingerprint());
      return result(
          same ? SendResult.Status.DUPLICATE : SendResult.Status.DUPLICATE_WITH_OTHER_CONTENT,
          first);
    }
    if (pending + submission.deliveries().size() > capacity) {
      throw new QueueFullException(pending);
    }
    key.ifPresent(value -> remember(value, submission));
    for (Delivery delivery : submission.deliveries()) {
      QueuedDelivery entry = new QueuedDelivery(delivery, ++queued);
      entries.put(delivery.id(), entry);
      lane(entry).add(entry);
      pending++;
    }
    return result(SendResult.Status.QUEUED, submission);
  }

  @Override
  public synchronized List<Claim> claim(ClaimRequest request) {
    List<Claim> claims = new ArrayList<>();
    while (claims.size() < request.most()
        && !leased.isEmpty()
        && !leased.first().leaseEnds.isAfter(request.now())) {
      QueuedDelivery lapsed = leased.first();
      boolean begun = lapsed.begun;
      release(lapsed);
      if (begun) {
        claims.add(lease(lapsed, request, true));
      } else {
        lapsed.lapses++;
        lane(lapsed).add(lapsed);
      }
    }
    Map<StoreId, Integer> room = new HashMap<>();
    for (Lane lane : List.of(urgent, bulk)) {
      lane.take(
          request.now(),
          request.most() - claims.size(),
          store -> room.computeIfAbsent(store, request.room()::applyAsInt) > 0,
          entry -> {
            room.merge(entry.store(), -1, Integer::sum);
            claims.add(lease(entry, request, false));
          });
    }
    return claims;
  }

  @Override
  public synchronized void hold(List<Claim> claims, Instant now, Duration lease) {
    for (Claim claim : claims) {
      held(claim).ifPresent(entry -> hold(entry, now, lease));
    }
  }

  private void hold(QueuedDelivery entry, Instant now, Duration lease) {
    leased.remove(entry);
    if (lease.isZero()) {
      release(entry);
      lane(entry).add(entry);
    } else {
      entry.leaseEnds = now.plus(lease);
      leased.add(entry);
    }
  }

  @Override
  public synchronized List<Claim> begin(List<Claim> claims) {
    List<Claim> holding = claims.stream().filter(claim -> held(claim).isPresent()).toList();
    holding.forEach(claim -> held(claim).ifPresent(entry -> entry.begun = true));
    return holding;
  }

  @Override
  public synchronized List<Delivery> complete(List<Completion> completions) {
    List<Delivery> recorded = new ArrayList<>();
    for (Completion completion : completions) {
      held(completion.claim())
          .ifPresent(
              entry -> {
                release(entry);
                entry.lapses = 0;
                recorded.add(moveOn(entry, completion.progress().unlessCancelled(entry.cancelled)));
              });
    }
    return recorded;
  }

  @Override
  public synchronized Cancellation cancel(StoreId store, String about, String type, Instant now) {
    List<Delivery> cancelled = new ArrayList<>();
    List<DeliveryId> tooLate = new ArrayList<>();
    for (QueuedDelivery entry : List.copyOf(entries.values())) {
      Notice notice = entry.delivery.notice();
      boolean accepted = entry.delivery.state() == DeliveryState.ACCEPTED;
      if (!(accepted || entry.delivery.state() == DeliveryState.PENDING)
          || !notice.store().equals(store)
          || !notice.about().equals(about)
          || !notice.type().equals(type)) {
        continue;
      }
      if (entry.begun || accepted) {
        entry.cancelled = true;
        tooLate.add(entry.delivery.id());
      } else {
        release(entry);
        lane(entry).remove(entry);
        cancelled.add(
            moveOn(
                entry, entry.delivery.progress().ended(DeliveryState.CANCELLED, now, "cancelled")));
      }
    }
    return new Cancellation(cancelled, tooLate);
  }

  @Override
  public synchronized Optional<Delivery> redrive(DeliveryId id, Window window) {
    QueuedDelivery entry = entries.get(id);
    if (entry == null || !entry.delivery.state().isGivenUp()) {
      return Optional.empty();
    }
    if (pending >= capacity) {
      throw new QueueFullException(pending);
    }
    Delivery old = entry.delivery;
    Progress again = old.progress().dueAt(window.notBefore(), old.progress().route(), "sent again");
    givenUp.remove(id);
    providerIds.forget(old);
    entry.delivery = new Delivery(old.id(), old.notice(), old.recipient(), window, again);
    entry.cancelled = false;
    pending++;
    lane(entry).add(entry);
    return Optional.of(entry.delivery);
  }

  @Override
  public synchronized Optional<Delivery> settle(
      Receipt receipt, Function<Delivery, Progress> change) {
    QueuedDelivery entry = providerIds.find(receipt).map(entries::get).orElse(null);
    if (entry == null) {
      providerIds.keep(receipt);
      return Optional.empty();
    }
    Progress changed = change.apply(entry.delivery).unlessCancelled(entry.cancelled);
    if (changed.equals(entry.delivery.progress())) {
      return Optional.empty();
    }
    if (entry.token != 0) {
      return Optional.empty();
    }
    lane(entry).remove(entry);
    ended.remove(entry.delivery.id());
    givenUp.remove(entry.delivery.id());
    providerIds.forget(entry.delivery);
    pending += entry.delivery.state() == DeliveryState.PENDING ? 0 : 1;
    return Optional.of(moveOn(entry, changed));
  }

  @Override
  public synchronized List<Receipt> unmatched(String provider, List<String> ids) {
    return providerIds.take(provider, ids);
  }

  @Override
  public synchronized Optional<Delivery> find(DeliveryId id) {
    return Optional.ofNullable(entries.get(id)).map(entry -> entry.delivery);
  }

  @Override
  public synchronized List<Delivery> list(Set<DeliveryState> states, int most) {
    return entries.values().stream()
        .map(entry -> entry.delivery)
        .filter(delivery -> states.contains(delivery.state()))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized List<Delivery> forget(String recipient) {
    List<Delivery> cancelled = new ArrayList<>();
    for (QueuedDelivery entry : List.copyOf(entries.values())) {
      if (!entry.delivery.recipient().id().equals(recipient)) {
        continue;
      }
      if (entry.delivery.state() == DeliveryState.PENDING && !entry.begun) {
        release(entry);
        lane(entry).remove(entry);
        Progress progress = entry.delivery.progress();
        cancelled.add(
            moveOn(entry, progress.ended(DeliveryState.CANCELLED, progress.due(), "forgotten"))
                .forgotten());
      }
      entry.cancelled = true;
      entry.delivery = entry.delivery.forgotten();
    }
    return cancelled;
  }

  @Override
  public synchronized Optional<Instant> nextDue() {
    Stream<Instant> lapse = leased.isEmpty() ? Stream.empty() : Stream.of(leased.first().leaseEnds);
    return Stream.of(urgent.nextDue().stream(), bulk.nextDue().stream(), lapse)
        .flatMap(times -> times)
        .min(Instant::compareTo);
  }

  @Override
  public synchronized Backlog backlog() {
    return new Backlog(pending, nextDue(), givenUp.size());
  }

  private static SendResult result(SendResult.Status status, Submission submission) {
    List<DeliveryId> ids = submission.deliveries().stream().map(Delivery::id).toList();
    return new SendResult(status, ids, List.of());
  }

  private Lane lane(QueuedDelivery entry) {
    return entry.delivery.notice().purpose() == Purpose.MARKETING ? bulk : urgent;
  }

  private Claim lease(QueuedDelivery entry, ClaimRequest request, boolean abandoned) {
    entry.token = ++tokens;
    entry.leaseEnds = request.now().plus(request.lease());
    entry.begun = abandoned;
    leased.add(entry);
    return new Claim(entry.delivery, entry.token, abandoned, entry.lapses);
  }

  private void release(QueuedDelivery entry) {
    leased.remove(entry);
    entry.token = 0;
    entry.begun = false;
  }

  private Optional<QueuedDelivery> held(Claim claim) {
    return Optional.ofNullable(entries.get(claim.delivery().id()))
        .filter(entry -> entry.token == claim.token() && claim.token() != 0);
  }

  /** Brings a pending entry, in no lane and not leased, to its next progress. */
  private Delivery moveOn(QueuedDelivery entry, Progress progress) {
    entry.delivery = entry.delivery.with(progress);
    boolean taken =
        progress.state() == DeliveryState.ACCEPTED || progress.state() == DeliveryState.DELIVERED;
    if (taken || progress.isUnsettled()) {
      providerIds.remember(entry.delivery);
    }
    if (progress.state() == DeliveryState.PENDING) {
      lane(entry).add(entry);
      return entry.delivery;
    }
    pending--;
    Deque<DeliveryId> kept = progress.state().isGivenUp() ? givenUp : ended;
    kept.add(entry.delivery.id());
    if (kept.size() > capacity) {
      forget(kept.remove());
    }
    return entry.delivery;
  }

  private void forget(DeliveryId id) {
    QueuedDelivery entry = entries.remove(id);
    if (entry != null) {
      providerIds.forget(entry.delivery);
    }
  }

  /**
   * Remembers a key; beyond three times the capacity, the oldest with nothing pending is forgotten.
   */
  private void remember(StoreKey key, Submission submission) {
    keys.put(key, submission);
    if (keys.size() > 3 * capacity) {
      Iterator<Submission> oldest = keys.values().iterator();
      while (oldest.hasNext()) {
        if (oldest.next().deliveries().stream().noneMatch(this::isPending)) {
          oldest.remove();
          return;
        }
      }
    }
  }

  private boolean isPending(Delivery delivery) {
    QueuedDelivery entry = entries.get(delivery.id());
    return entry != null && entry.delivery.state() == DeliveryState.PENDING;
  }
}
