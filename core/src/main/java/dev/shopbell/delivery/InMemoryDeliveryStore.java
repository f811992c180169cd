package dev.shopbell.delivery;

import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.StoreId;
import dev.shopbell.transport.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Lanes waiting = new Lanes();
  private final Leases leases = new Leases();
  private final RememberedKeys keys;
  private final ProviderIds providerIds;
  private final EndedDeliveries ended;
  private int pending;
  private long queued;

  /** A store with room for that many pending deliveries, 1 or more. */
  public InMemoryDeliveryStore(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity is " + capacity + ": give 1 or more");
    }
    this.capacity = capacity;
    this.keys = new RememberedKeys(3 * capacity, this::isPending);
    this.providerIds = new ProviderIds(capacity);
    this.ended = new EndedDeliveries(capacity);
  }

  @Override
  public synchronized SendResult enqueue(Submission submission) {
    return keys.first(submission)
        .map(first -> duplicate(first, submission))
        .orElseGet(() -> queue(submission));
  }

  private static SendResult duplicate(Submission first, Submission submission) {
    boolean same = first.fingerprint().equals(submission.fingerprint());
    return result(
        same ? SendResult.Status.DUPLICATE : SendResult.Status.DUPLICATE_WITH_OTHER_CONTENT, first);
  }

  private SendResult queue(Submission submission) {
    if (pending + submission.deliveries().size() > capacity) {
      throw new QueueFullException(pending);
    }
    keys.remember(submission);
    for (Delivery delivery : submission.deliveries()) {
      QueuedDelivery entry = new QueuedDelivery(delivery, ++queued);
      entries.put(delivery.id(), entry);
      waiting.add(entry);
      pending++;
    }
    return result(SendResult.Status.QUEUED, submission);
  }

  @Override
  public synchronized List<Claim> claim(ClaimRequest request) {
    List<Claim> claims = abandoned(request);
    Map<StoreId, Integer> room = new HashMap<>();
    waiting.take(
        request.now(),
        request.most() - claims.size(),
        store -> room.computeIfAbsent(store, request.room()::applyAsInt) > 0,
        entry -> {
          room.merge(entry.store(), -1, Integer::sum);
          claims.add(leases.lease(entry, request, false));
        });
    return claims;
  }

  /** What was begun and has lapsed is claimed again; what was not begun waits again. */
  private List<Claim> abandoned(ClaimRequest request) {
    List<Claim> claims = new ArrayList<>();
    Optional<QueuedDelivery> lapsed = leases.lapsed(request.now());
    while (claims.size() < request.most() && lapsed.isPresent()) {
      QueuedDelivery entry = lapsed.get();
      boolean begun = entry.countsAsBegun();
      leases.release(entry);
      if (begun) {
        claims.add(leases.lease(entry, request, true));
      } else {
        entry.lapses++;
        waiting.add(entry);
      }
      lapsed = leases.lapsed(request.now());
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
    if (lease.isZero() && !entry.countsAsBegun()) {
      leases.release(entry);
      waiting.add(entry);
    } else if (!lease.isZero()) {
      leases.prolong(entry, now, lease);
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
                leases.release(entry);
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
      if (entry.mayHaveBegun() || accepted) {
        entry.cancelled = true;
        tooLate.add(entry.delivery.id());
      } else {
        cancelled.add(stop(entry, now, "cancelled"));
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
    ended.remove(id);
    providerIds.forget(old);
    entry.delivery = new Delivery(old.id(), old.notice(), old.recipient(), window, again);
    entry.cancelled = false;
    pending++;
    waiting.add(entry);
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
    if (entry.token != 0 || changed.equals(entry.delivery.progress())) {
      return Optional.empty();
    }
    waiting.remove(entry);
    ended.remove(entry.delivery.id());
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
      if (entry.delivery.state() == DeliveryState.PENDING && !entry.mayHaveBegun()) {
        cancelled.add(stop(entry, entry.delivery.progress().due(), "forgotten").forgotten());
      }
      entry.cancelled = true;
      entry.delivery = entry.delivery.forgotten();
    }
    return cancelled;
  }

  @Override
  public synchronized Optional<Instant> nextDue() {
    return Stream.of(waiting.nextDue(), leases.nextEnd())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  @Override
  public synchronized Backlog backlog() {
    return new Backlog(pending, nextDue(), ended.givenUp());
  }

  private static SendResult result(SendResult.Status status, Submission submission) {
    List<DeliveryId> ids = submission.deliveries().stream().map(Delivery::id).toList();
    return new SendResult(status, ids, List.of());
  }

  private Delivery stop(QueuedDelivery entry, Instant when, String why) {
    leases.release(entry);
    waiting.remove(entry);
    return moveOn(entry, entry.delivery.progress().ended(DeliveryState.CANCELLED, when, why));
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
      waiting.add(entry);
      return entry.delivery;
    }
    pending--;
    ended.add(entry.delivery).ifPresent(this::forget);
    return entry.delivery;
  }

  private void forget(DeliveryId id) {
    QueuedDelivery entry = entries.remove(id);
    if (entry != null) {
      providerIds.forget(entry.delivery);
    }
  }

  private boolean isPending(Delivery delivery) {
    QueuedDelivery entry = entries.get(delivery.id());
    return entry != null && entry.delivery.state() == DeliveryState.PENDING;
  }
}
