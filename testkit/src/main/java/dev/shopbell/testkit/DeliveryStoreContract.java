package dev.shopbell.testkit;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static dev.shopbell.testkit.SampleDeliveries.keyed;
import static dev.shopbell.testkit.SampleDeliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Backlog;
import dev.shopbell.delivery.Cancellation;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.delivery.Progress;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.delivery.Window;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Secret;
import dev.shopbell.store.StoreId;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Receipt;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every store of deliveries keeps. Inherit it in a test and give the store; each test has a
 * new, empty one whose time is the clock's that it was given.
 */
@Tag("delivery-07")
public abstract class DeliveryStoreContract {
  private final SettableClock clock = SettableClock.at(NOW);
  private DeliveryStore store;

  /** For the test frameworks. */
  protected DeliveryStoreContract() {}

  /** A new, empty store that takes its time from that clock. */
  protected abstract DeliveryStore open(SettableClock clock);

  /** Opens the store. */
  @BeforeEach
  protected final void openStore() {
    store = open(clock);
  }

  /** Closes the store. */
  @AfterEach
  protected final void closeStore() {
    store.close();
  }

  private List<Claim> claim(Instant now, int most, int mostPerStore) {
    clock.set(now);
    return store.claim(new ClaimRequest(now, Duration.ofMinutes(1), most, store -> mostPerStore));
  }

  private List<Delivery> complete(Claim claim, Progress progress) {
    return store.complete(List.of(new Completion(claim, progress)));
  }

  private List<Delivery> end(Claim claim, DeliveryState state) {
    return complete(claim, claim.delivery().progress().ended(state, NOW, ""));
  }

  private static Progress accepted(Delivery delivery, String ref) {
    Attempt attempt =
        new Attempt(1, Channel.EMAIL, "relay", NOW, new Outcome.Accepted("relay", List.of(ref), 0));
    return new Progress(
        DeliveryState.ACCEPTED,
        delivery.progress().route(),
        NOW,
        1,
        Optional.of(attempt),
        false,
        "");
  }

  @Test
  void givesBackWhatItWasGiven() {
    Delivery delivery =
        SampleDeliveries.of(
            "tea",
            Purpose.TRANSACTIONAL,
            NOW,
            Map.of(
                "text",
                "Grüße 你好 \uD83D\uDE42",
                "whole",
                7,
                "long",
                Long.MIN_VALUE,
                "real",
                -0.5,
                "big",
                BigInteger.TEN.pow(40),
                "decimal",
                new BigDecimal("12.50"),
                "yes",
                true,
                "key",
                Secret.reference("vault:1"),
                "items",
                List.of(Map.of("name", "Tea", "no", false))));
    store.enqueue(submission(delivery));
    assertThat(store.find(delivery.id())).contains(delivery);
    assertThat(claim(NOW, 1, 1)).extracting(Claim::delivery).containsExactly(delivery);
    assertThat(store.find(SampleDeliveries.of("tea").id())).isEmpty();
  }

  @Test
  void keepsWhatIsCarriedAlongUntilItsPersonIsForgotten() {
    Map<String, String> trace = Map.of("traceparent", "00-0af7-b7ad-01", "tracestate", "a=b");
    Delivery delivery = SampleDeliveries.of("tea").with(trace);
    store.enqueue(submission(delivery));
    assertThat(claim(NOW, 1, 1)).extracting(Claim::delivery).containsExactly(delivery);
    store.forget(delivery.recipient().id());
    assertThat(store.find(delivery.id()).orElseThrow().notice().carried()).isEmpty();
  }

  @Test
  void tellsHowMuchWaitsSinceWhenAndWhatWasGivenUp() {
    assertThat(store.backlog()).isEqualTo(new Backlog(0, Optional.empty(), 0));
    Instant later = NOW.plusSeconds(90);
    store.enqueue(submission(SampleDeliveries.of("tea")));
    store.enqueue(submission(SampleDeliveries.of("tea", Purpose.MARKETING, later)));
    store.enqueue(submission(SampleDeliveries.of("coffee", Purpose.MARKETING, later)));
    clock.set(NOW.plusSeconds(30));
    assertThat(store.backlog()).isEqualTo(new Backlog(3, Optional.of(NOW), 0));
    assertThat(store.backlog().late(clock.instant())).isEqualTo(Duration.ofSeconds(30));
    end(claim(NOW, 1, 1).get(0), DeliveryState.FAILED);
    assertThat(store.backlog()).isEqualTo(new Backlog(2, Optional.of(later), 1));
    assertThat(store.backlog().late(NOW)).isZero();
  }

  @Test
  @Tag("delivery-06")
  void storesTakeTurns() {
    for (int i = 0; i < 5; i++) {
      store.enqueue(submission(SampleDeliveries.of("big")));
    }
    store.enqueue(submission(SampleDeliveries.of("small")));
    assertThat(claim(NOW, 4, 10))
        .extracting(c -> c.delivery().notice().store().value())
        .startsWith("big", "small")
        .contains("big", "big");
  }

  @Test
  @Tag("delivery-06")
  void aStoreWithOneIsNotHeldUpByOneWithThousands() {
    List<Delivery> flood = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      flood.add(SampleDeliveries.of("big"));
    }
    store.enqueue(submission(flood.toArray(Delivery[]::new)));
    claim(NOW, 8, 2_000);
    store.enqueue(submission(SampleDeliveries.of("small")));
    int claims = 0;
    while (claims < 200 && claim(NOW, 8, 2_000).stream().noneMatch(c -> isOf(c, "small"))) {
      claims++;
    }
    assertThat(claims).isLessThan(200);
  }

  private static boolean isOf(Claim claim, String store) {
    return claim.delivery().notice().store().value().equals(store);
  }

  @Test
  @Tag("delivery-06")
  void noMoreOfAStoreIsClaimedThanThereIsRoomFor() {
    for (int i = 0; i < 5; i++) {
      store.enqueue(submission(SampleDeliveries.of("big")));
    }
    store.enqueue(submission(SampleDeliveries.of("small")));
    assertThat(claim(NOW, 10, 0)).isEmpty();
    assertThat(claim(NOW, 10, 2)).hasSize(3);
    assertThat(claim(NOW, 10, 2)).hasSize(2);
    assertThat(claim(NOW, 10, 2)).hasSize(1);
  }

  @Test
  @Tag("delivery-07")
  void aClaimThatIsHeldOnDoesNotLapse() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    List<Claim> claims = claim(NOW, 1, 5);
    assertThat(claim(NOW.plusSeconds(50), 1, 5)).isEmpty();
    store.hold(claims, NOW.plusSeconds(50), Duration.ofMinutes(1));
    assertThat(claim(NOW.plusSeconds(109), 1, 5)).isEmpty();
    assertThat(claim(NOW.plusSeconds(110), 1, 5)).hasSize(1);
    store.hold(claims, NOW.plusSeconds(111), Duration.ofDays(1));
    assertThat(claim(NOW.plusSeconds(170), 1, 5)).hasSize(1);
  }

  @Test
  @Tag("delivery-07")
  void aClaimThatIsGivenBackIsDueAgainAtOnce() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    List<Claim> claims = claim(NOW, 1, 5);
    store.hold(claims, NOW, Duration.ZERO);
    assertThat(store.begin(claims)).isEmpty();
    assertThat(claim(NOW, 1, 5)).singleElement().extracting(Claim::lapses).isEqualTo(0);
  }

  @Test
  @Tag("delivery-07")
  void itIsCountedHowOftenAClaimHasLapsedWithNothingBegun() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    Instant now = NOW;
    for (int lapses = 0; lapses < 4; lapses++) {
      assertThat(claim(now, 1, 5)).singleElement().extracting(Claim::lapses).isEqualTo(lapses);
      now = now.plusSeconds(60);
    }
    Claim last = claim(now, 1, 5).get(0);
    Progress later = last.delivery().progress().dueAt(now, List.of(Channel.EMAIL), "later");
    complete(last, later);
    assertThat(claim(now, 1, 5)).singleElement().extracting(Claim::lapses).isEqualTo(0);
  }

  @Test
  void marketingWaitsBehindEverythingElse() {
    store.enqueue(submission(SampleDeliveries.of("a", Purpose.MARKETING, NOW)));
    store.enqueue(submission(SampleDeliveries.of("b", Purpose.TRANSACTIONAL, NOW)));
    assertThat(claim(NOW, 1, 10))
        .singleElement()
        .extracting(c -> c.delivery().notice().purpose())
        .isEqualTo(Purpose.TRANSACTIONAL);
  }

  @Test
  void nothingGoesBeforeItsTime() {
    Instant later = NOW.plusSeconds(90);
    store.enqueue(submission(SampleDeliveries.of("tea", Purpose.TRANSACTIONAL, later)));
    assertThat(claim(NOW.plusSeconds(89), 5, 5)).isEmpty();
    assertThat(store.nextDue()).contains(later);
    assertThat(claim(later, 5, 5)).hasSize(1);
  }

  @Test
  void whatWasClaimedAndNotBegunIsDueAgainWhenItsLeaseEnds() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    Claim first = claim(NOW, 1, 5).get(0);
    assertThat(claim(NOW.plusSeconds(59), 1, 5)).isEmpty();
    assertThat(store.nextDue()).contains(NOW.plusSeconds(60));
    Claim second = claim(NOW.plusSeconds(60), 1, 5).get(0);
    assertThat(second.abandoned()).isFalse();
    assertThat(store.begin(List.of(first))).isEmpty();
    assertThat(end(first, DeliveryState.ACCEPTED)).isEmpty();
    assertThat(store.begin(List.of(second))).containsExactly(second);
    assertThat(end(second, DeliveryState.ACCEPTED)).hasSize(1);
    assertThat(store.nextDue()).isEmpty();
  }

  @Test
  void whatWasBegunAndNeverCompletedComesBackAsAbandoned() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    Claim first = claim(NOW, 1, 5).get(0);
    store.begin(List.of(first));
    Claim second = claim(NOW.plusSeconds(60), 1, 5).get(0);
    assertThat(second.abandoned()).isTrue();
    assertThat(end(first, DeliveryState.ACCEPTED)).isEmpty();
    assertThat(end(second, DeliveryState.UNKNOWN)).hasSize(1);
  }

  @Test
  void anAttemptThatIsPutOffComesBackUnbegun() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    Claim first = claim(NOW, 1, 5).get(0);
    store.begin(List.of(first));
    Progress progress = first.delivery().progress();
    Progress later = progress.dueAt(NOW.plusSeconds(30), progress.route(), "busy");
    assertThat(complete(first, later)).extracting(Delivery::progress).containsExactly(later);
    assertThat(claim(NOW.plusSeconds(29), 1, 5)).isEmpty();
    Claim second = claim(NOW.plusSeconds(30), 1, 5).get(0);
    assertThat(second.abandoned()).isFalse();
    assertThat(second.delivery().progress()).isEqualTo(later);
  }

  @Test
  @Tag("delivery-02")
  void theSameKeyTwiceIsOneNotice() {
    Delivery first = SampleDeliveries.of("tea");
    assertThat(store.enqueue(keyed("k", "f", first)).status()).isEqualTo(SendResult.Status.QUEUED);
    SendResult same = store.enqueue(keyed("k", "f", SampleDeliveries.of("tea")));
    assertThat(same.status()).isEqualTo(SendResult.Status.DUPLICATE);
    assertThat(same.deliveries()).containsExactly(first.id());
    assertThat(store.enqueue(keyed("k", "g", SampleDeliveries.of("tea"))).status())
        .isEqualTo(SendResult.Status.DUPLICATE_WITH_OTHER_CONTENT);
    assertThat(store.enqueue(keyed("k", "f", SampleDeliveries.of("ink"))).isDuplicate()).isFalse();
    assertThat(claim(NOW, 9, 9)).hasSize(2);
  }

  @Test
  @Tag("delivery-02")
  void theSameKeyFromManyThreadsIsOneNotice() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 20; round++) {
        String key = "k" + round;
        List<Callable<SendResult>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          calls.add(() -> store.enqueue(keyed(key, "f", SampleDeliveries.of("tea"))));
        }
        Set<Object> ids = new HashSet<>();
        int queued = 0;
        for (Future<SendResult> result : threads.invokeAll(calls)) {
          ids.addAll(result.get().deliveries());
          queued += result.get().isDuplicate() ? 0 : 1;
        }
        assertThat(queued).isEqualTo(1);
        assertThat(ids).hasSize(1);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void cancelReachesWhatIsClaimedAndNotBegunAndTellsWhatHasBegun() {
    Delivery claimed = SampleDeliveries.of("tea");
    Delivery begun = SampleDeliveries.of("tea");
    store.enqueue(submission(begun));
    store.enqueue(submission(claimed));
    List<Claim> claims = claim(NOW, 2, 2);
    Claim first = of(claims, begun);
    store.begin(List.of(first));
    Cancellation cancellation = store.cancel(new StoreId("tea"), "SO-1", "order.paid", NOW);
    assertThat(cancellation.tooLate()).containsExactly(begun.id());
    assertThat(cancellation.cancelled()).extracting(Delivery::id).containsExactly(claimed.id());
    assertThat(store.begin(List.of(of(claims, claimed)))).isEmpty();
    Progress later = begun.progress().dueAt(NOW.plusSeconds(5), begun.progress().route(), "busy");
    assertThat(complete(first, later))
        .extracting(Delivery::state)
        .containsExactly(DeliveryState.CANCELLED);
    assertThat(claim(NOW.plusSeconds(60), 5, 5)).isEmpty();
    assertThat(store.cancel(new StoreId("tea"), "SO-1", "order.paid", NOW))
        .isEqualTo(new Cancellation(List.of(), List.of()));
  }

  private static Claim of(List<Claim> claims, Delivery delivery) {
    return claims.stream()
        .filter(claim -> claim.delivery().id().equals(delivery.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWasGivenUpIsListedAndSentAgainByHand() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    Claim claim = claim(NOW, 1, 1).get(0);
    end(claim, DeliveryState.FAILED);
    assertThat(store.list(EnumSet.of(DeliveryState.FAILED), 5)).hasSize(1);
    Window window = new Window(NOW, NOW.plusSeconds(5), NOW.plusSeconds(50));
    Delivery again = store.redrive(claim.delivery().id(), window).orElseThrow();
    assertThat(again.window()).isEqualTo(window);
    assertThat(store.redrive(again.id(), window)).isEmpty();
    assertThat(store.list(EnumSet.of(DeliveryState.FAILED), 5)).isEmpty();
    assertThat(store.list(EnumSet.of(DeliveryState.PENDING), 5)).containsExactly(again);
    assertThat(claim(NOW.plusSeconds(4), 1, 1)).isEmpty();
    assertThat(claim(NOW.plusSeconds(5), 1, 1)).extracting(Claim::delivery).containsExactly(again);
  }

  @Test
  @Tag("delivery-05")
  void aReceiptReachesItsDeliveryInAnyOrderAndOnce() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    Claim claim = claim(NOW, 1, 1).get(0);
    Receipt receipt = new Receipt("relay", "id-1", Receipt.Status.DELIVERED, NOW, Optional.empty());
    assertThat(store.settle(receipt, DeliveryStoreContract::delivered)).isEmpty();
    assertThat(store.settle(receipt, DeliveryStoreContract::delivered)).isEmpty();
    complete(claim, accepted(claim.delivery(), "id-1"));
    assertThat(store.unmatched("relay", List.of("id-1"))).containsExactly(receipt);
    assertThat(store.unmatched("relay", List.of("id-1"))).isEmpty();
    assertThat(store.settle(receipt, DeliveryStoreContract::delivered))
        .hasValueSatisfying(
            delivery -> assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED));
    assertThat(store.settle(receipt, DeliveryStoreContract::delivered)).isEmpty();
    assertThat(store.find(claim.delivery().id()).orElseThrow().state())
        .isEqualTo(DeliveryState.DELIVERED);
  }

  private static Progress delivered(Delivery delivery) {
    return delivery.state() == DeliveryState.ACCEPTED
        ? delivery.progress().ended(DeliveryState.DELIVERED, NOW, "")
        : delivery.progress();
  }

  @Test
  @Tag("delivery-05")
  void aReceiptUnderOurOwnKeySettlesWhatIsUnknownAndNothingThatIsTriedAgain() {
    for (String store : List.of("ended", "waiting", "again")) {
      this.store.enqueue(submission(SampleDeliveries.of(store)));
    }
    Map<String, Receipt> receipts = new HashMap<>();
    for (Claim claim : claim(NOW, 9, 9)) {
      Delivery delivery = claim.delivery();
      boolean ends = isOf(claim, "ended");
      complete(claim, unknown(delivery, ends ? DeliveryState.UNKNOWN : DeliveryState.PENDING));
      String key = delivery.id() + "-" + Channel.EMAIL;
      receipts.put(
          delivery.notice().store().value(),
          new Receipt("relay", key, Receipt.Status.DELIVERED, NOW, Optional.empty()));
    }
    assertThat(settled(receipts, "ended")).contains(DeliveryState.DELIVERED);
    assertThat(settled(receipts, "waiting")).contains(DeliveryState.DELIVERED);
    Claim again = claim(NOW, 9, 9).get(0);
    assertThat(isOf(again, "again")).isTrue();
    assertThat(settled(receipts, "again")).isEmpty();
    assertThat(end(again, DeliveryState.ACCEPTED)).hasSize(1);
    assertThat(store.nextDue()).isEmpty();
  }

  private Optional<DeliveryState> settled(Map<String, Receipt> receipts, String of) {
    return store
        .settle(
            Objects.requireNonNull(receipts.get(of)),
            one -> one.progress().ended(DeliveryState.DELIVERED, NOW, ""))
        .map(Delivery::state);
  }

  private static Progress unknown(Delivery delivery, DeliveryState state) {
    Attempt attempt = new Attempt(1, Channel.EMAIL, "relay", NOW, new Outcome.Unknown("no answer"));
    return new Progress(
        state, delivery.progress().route(), NOW, 1, Optional.of(attempt), true, "unknown");
  }

  @Test
  void aReceiptOfFailureMakesItDueOnTheNextChannelUnlessCancelled() {
    for (String ref : List.of("id-1", "id-2")) {
      store.enqueue(submission(SampleDeliveries.of(ref)));
      Claim claim = claim(NOW, 1, 1).get(0);
      complete(claim, accepted(claim.delivery(), ref));
    }
    store.cancel(new StoreId("id-2"), "SO-1", "order.paid", NOW);
    assertThat(settleFailed("id-1").state()).isEqualTo(DeliveryState.PENDING);
    assertThat(settleFailed("id-2").state()).isEqualTo(DeliveryState.CANCELLED);
    assertThat(claim(NOW, 9, 9))
        .extracting(claim -> claim.delivery().progress().route())
        .containsExactly(List.of(Channel.SMS));
  }

  private Delivery settleFailed(String ref) {
    Receipt receipt = new Receipt("relay", ref, Receipt.Status.FAILED, NOW, Optional.empty());
    return store
        .settle(receipt, one -> one.progress().dueAt(NOW, List.of(Channel.SMS), "failed"))
        .orElseThrow();
  }

  @Test
  @Tag("delivery-08")
  void aPersonIsForgottenAndTheCountsStay() {
    Delivery pending =
        SampleDeliveries.of("tea", Purpose.TRANSACTIONAL, NOW, Map.of("name", "Ann"));
    Delivery sent = SampleDeliveries.of("ink");
    store.enqueue(submission(sent));
    Claim claim = claim(NOW, 1, 1).get(0);
    complete(claim, accepted(claim.delivery(), "id-1"));
    store.enqueue(submission(pending));
    assertThat(store.forget("ann")).extracting(Delivery::id).containsExactly(pending.id());
    assertThat(claim(NOW, 9, 9)).isEmpty();
    assertThat(store.find(pending.id()).orElseThrow().state()).isEqualTo(DeliveryState.CANCELLED);
    assertThat(store.find(sent.id()).orElseThrow().state()).isEqualTo(DeliveryState.ACCEPTED);
    for (Delivery kept : store.list(EnumSet.allOf(DeliveryState.class), 10)) {
      assertThat(kept.recipient().addresses()).isEmpty();
      assertThat(kept.recipient().id()).isNotEqualTo("ann");
      assertThat(kept.notice().data()).isEmpty();
    }
    assertThat(store.forget("ann")).isEmpty();
  }

  /** Any order of claims, lapses, completions and puttings off: each delivery ends exactly once. */
  @RepeatedTest(5)
  void nothingIsLostAndNothingEndsTwiceWhateverHappens(RepetitionInfo run) {
    Map<Object, Integer> ends = new HashMap<>();
    List<Claim> held = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(run.getCurrentRepetition());
    Instant now = NOW;
    int sent = 0;
    for (int step = 0; step < 400; step++) {
      switch (random.nextInt(5)) {
        case 0 -> {
          Purpose purpose = random.nextBoolean() ? Purpose.MARKETING : Purpose.TRANSACTIONAL;
          store.enqueue(submission(SampleDeliveries.of("s" + random.nextInt(4), purpose, now)));
          sent++;
        }
        case 1 -> held.addAll(claim(now, 1 + random.nextInt(5), 3));
        case 2 -> store.begin(held.isEmpty() ? List.of() : List.of(held.get(0)));
        case 3 -> now = now.plusSeconds(random.nextInt(40));
        default -> settle(held, random, now, ends);
      }
    }
    for (int round = 0; round < 30; round++) {
      now = now.plus(Duration.ofMinutes(2));
      for (Claim claim : claim(now, 1_000, 1_000)) {
        count(
            complete(claim, claim.delivery().progress().ended(DeliveryState.ACCEPTED, now, "")),
            ends);
      }
    }
    assertThat(store.nextDue()).isEmpty();
    assertThat(ends).hasSize(sent);
    assertThat(ends.values()).containsOnly(1);
  }

  private void settle(
      List<Claim> held, SplittableRandom random, Instant now, Map<Object, Integer> ends) {
    if (held.isEmpty()) {
      return;
    }
    clock.set(now);
    Claim claim = held.remove(random.nextInt(held.size()));
    Progress progress = claim.delivery().progress();
    Progress next =
        random.nextBoolean()
            ? progress.dueAt(now.plusSeconds(random.nextInt(30)), progress.route(), "later")
            : progress.ended(DeliveryState.ACCEPTED, now, "");
    count(complete(claim, next), ends);
  }

  private static void count(List<Delivery> recorded, Map<Object, Integer> ends) {
    recorded.stream()
        .filter(delivery -> delivery.state() == DeliveryState.ACCEPTED)
        .forEach(delivery -> ends.merge(delivery.id(), 1, Integer::sum));
  }
}
