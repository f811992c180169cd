package dev.shopbell.jdbc;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.Channel;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.delivery.Window;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.StoreId;
import dev.shopbell.testkit.SampleDeliveries;
import dev.shopbell.testkit.SettableClock;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old rows go in small batches, and never what is pending. */
abstract class TidyingChecks {
  private static final Retention RETENTION =
      new Retention(
          Duration.ofDays(10), Duration.ofDays(20), Duration.ofDays(5), Duration.ofDays(7), 100);
  private static final Receipt ARRIVED =
      new Receipt("acme", "m-1", Receipt.Status.DELIVERED, NOW, Optional.empty());

  private final SettableClock clock = SettableClock.at(NOW);
  private final Random chance = new Random(5);
  private JdbcOutbox outbox;

  abstract JdbcOutbox open(SettableClock clock);

  abstract JdbcOutbox openAgain(SettableClock clock);

  @BeforeEach
  void open() {
    outbox = open(clock);
  }

  private Delivery delivery() {
    Delivery sample = SampleDeliveries.of("tea");
    Window window = new Window(clock.instant(), clock.instant(), clock.instant().plusSeconds(60));
    return new Delivery(
        DeliveryId.next(clock, chance),
        sample.notice(),
        sample.recipient(),
        window,
        Progress.queued(List.of(Channel.EMAIL), clock.instant()));
  }

  private Delivery pending() {
    Delivery delivery = delivery();
    outbox.enqueue(SampleDeliveries.submission(delivery));
    return delivery;
  }

  /** All that is pending comes to that state. */
  private void end(DeliveryState state, Outcome outcome) {
    Instant now = clock.instant();
    Attempt attempt = new Attempt(1, Channel.EMAIL, "acme", now, outcome);
    Progress progress =
        new Progress(
            state, List.of(Channel.EMAIL), now, 1, Optional.of(attempt), false, "as it came");
    List<Claim> claims = outbox.claim(ClaimRequest.of(now, Duration.ofMinutes(1), 999));
    outbox.begin(claims);
    outbox.complete(claims.stream().map(claim -> new Completion(claim, progress)).toList());
  }

  private Delivery ended(DeliveryState state, Outcome outcome) {
    Delivery delivery = pending();
    end(state, outcome);
    return delivery;
  }

  private Delivery accepted() {
    return ended(DeliveryState.ACCEPTED, new Outcome.Accepted("acme", List.of("m-1"), 1));
  }

  private Delivery failed() {
    return ended(DeliveryState.FAILED, new Outcome.Rejected(Reason.BAD_ADDRESS, "550 no"));
  }

  private Tidied after(int days) {
    clock.set(NOW.plus(Duration.ofDays(days)));
    return outbox.tidy(RETENTION);
  }

  @Test
  void whatEndedGoesWithAllThatWasKeptOfIt() {
    Delivery delivery = accepted();
    assertThat(after(10)).isEqualTo(new Tidied(0, 0, 0, false));
    assertThat(after(11)).isEqualTo(new Tidied(1, 0, 0, false));
    assertThat(outbox.find(delivery.id())).isEmpty();
    assertThat(outbox.settle(ARRIVED, Delivery::progress)).isEmpty();
    assertThat(after(12)).isEqualTo(new Tidied(0, 0, 0, false));
    assertThat(after(19)).as("a receipt for nobody").isEqualTo(new Tidied(0, 0, 1, false));
  }

  @Test
  void whatWasGivenUpStaysLonger() {
    Delivery delivery = failed();
    assertThat(after(20).deliveries()).isZero();
    assertThat(outbox.find(delivery.id())).isPresent();
    assertThat(after(21).deliveries()).isOne();
    assertThat(outbox.list(EnumSet.of(DeliveryState.FAILED), 9)).isEmpty();
  }

  @Test
  void ageCountsFromTheEndAndNotFromTheBeginning() {
    Delivery delivery = pending();
    clock.set(NOW.plus(Duration.ofDays(15)));
    end(DeliveryState.ACCEPTED, new Outcome.Accepted("acme", List.of("m-1"), 1));
    assertThat(after(25).deliveries()).isZero();
    assertThat(outbox.find(delivery.id())).isPresent();
    assertThat(after(26).deliveries()).isOne();
  }

  @Test
  void whatIsPendingStaysHoweverOldItIs() {
    Delivery delivery = delivery();
    outbox.enqueue(SampleDeliveries.keyed("k", "f", delivery));
    assertThat(after(1_000)).isEqualTo(new Tidied(0, 0, 0, false));
    assertThat(outbox.find(delivery.id())).contains(delivery);
    assertThat(outbox.enqueue(SampleDeliveries.keyed("k", "f", delivery())).isDuplicate()).isTrue();
    assertThat(outbox.claim(ClaimRequest.of(clock.instant(), Duration.ofMinutes(1), 9))).hasSize(1);
  }

  @Test
  void whatIsSentAgainIsPending() {
    Delivery delivery = failed();
    clock.set(NOW.plus(Duration.ofDays(40)));
    Instant now = clock.instant();
    outbox.redrive(delivery.id(), new Window(now, now, now.plusSeconds(60)));
    assertThat(outbox.tidy(RETENTION).deliveries()).isZero();
    assertThat(outbox.find(delivery.id()).orElseThrow().state()).isEqualTo(DeliveryState.PENDING);
  }

  @Test
  void aKeyIsKnownAsLongAsItIsKept() {
    outbox.enqueue(SampleDeliveries.keyed("k", "f", delivery()));
    end(DeliveryState.ACCEPTED, new Outcome.Accepted("acme", List.of("m-1"), 1));
    assertThat(after(5).names()).isZero();
    assertThat(outbox.enqueue(SampleDeliveries.keyed("k", "f", delivery())).isDuplicate()).isTrue();
    assertThat(after(6).names()).isOne();
    SendResult again = outbox.enqueue(SampleDeliveries.keyed("k", "f", delivery()));
    assertThat(again.isDuplicate()).isFalse();
  }

  @Test
  void theKeyOfWhatIsPendingBeginsANewTime() {
    outbox.enqueue(SampleDeliveries.keyed("k", "f", delivery()));
    assertThat(after(6).names()).isZero();
    end(DeliveryState.EXPIRED, new Outcome.Unknown("gone"));
    assertThat(after(11).names()).isZero();
    assertThat(after(12).names()).isOne();
  }

  @Test
  void receiptsAndSoftBouncesThatNobodyAsksForGo() {
    EmailAddress ann = EmailAddress.of("ann@customer.example");
    StoreId tea = new StoreId("tea");
    outbox.settle(ARRIVED, Delivery::progress);
    outbox.suppressions().softBounce(tea, ann, "d1", NOW, NOW);
    assertThat(after(7).reports()).isZero();
    assertThat(after(8).reports()).isEqualTo(2);
    assertThat(outbox.suppressions().softBounce(tea, ann, "d2", NOW, NOW)).isOne();
  }

  @Test
  void aCallLooksAtABatchAndTheNextGoesOnBehindIt() {
    Retention small =
        new Retention(
            Duration.ofDays(10), Duration.ofDays(20), Duration.ofDays(5), Duration.ofDays(7), 10);
    for (int i = 0; i < 25; i++) {
      pending();
    }
    end(DeliveryState.FAILED, new Outcome.Rejected(Reason.BAD_ADDRESS, "550 no"));
    clock.advance(Duration.ofSeconds(1));
    for (int i = 0; i < 12; i++) {
      pending();
    }
    end(DeliveryState.DELIVERED, new Outcome.Accepted("acme", List.of(), 1));
    clock.set(NOW.plus(Duration.ofDays(15)));
    assertThat(tidied(small, 5))
        .containsExactly(
            new Tidied(0, 0, 0, true),
            new Tidied(0, 0, 0, true),
            new Tidied(5, 0, 0, true),
            new Tidied(7, 0, 0, false),
            new Tidied(0, 0, 0, true));
  }

  private List<Tidied> tidied(Retention retention, int times) {
    List<Tidied> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.add(outbox.tidy(retention));
    }
    return all;
  }

  @Test
  void twoMachinesTidyAtOnce() throws InterruptedException, ExecutionException {
    for (int i = 0; i < 200; i++) {
      outbox.enqueue(SampleDeliveries.keyed("k" + i, "f", delivery()));
    }
    end(DeliveryState.SKIPPED, new Outcome.Rejected(Reason.BAD_ADDRESS, "no"));
    clock.set(NOW.plus(Duration.ofDays(30)));
    JdbcOutbox other = openAgain(clock);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Callable<Tidied>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      JdbcOutbox which = i % 2 == 0 ? outbox : other;
      calls.add(() -> which.tidy(RETENTION));
    }
    int deliveries = 0;
    int names = 0;
    try {
      for (Future<Tidied> call : pool.invokeAll(calls)) {
        deliveries += call.get().deliveries();
        names += call.get().names();
      }
    } finally {
      pool.shutdownNow();
    }
    Tidied rest = outbox.tidy(RETENTION);
    assertThat(deliveries + rest.deliveries()).isEqualTo(200);
    assertThat(names + rest.names()).isEqualTo(200);
  }
}
