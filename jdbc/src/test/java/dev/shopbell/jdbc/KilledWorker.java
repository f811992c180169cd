package dev.shopbell.jdbc;

import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Works an outbox off and tells what it sends, as a process of its own until it is killed. */
final class KilledWorker {
  static final int THREADS = 4;
  static final Duration LEASE = Duration.ofMinutes(1);

  private final JdbcOutbox outbox;
  private final Instant now;
  private final Consumer<String> sending;

  KilledWorker(JdbcOutbox outbox, Instant now, Consumer<String> sending) {
    this.outbox = outbox;
    this.now = now;
    this.sending = sending;
  }

  /** The place of the outbox, and the time in milliseconds. */
  public static void main(String[] args) throws InterruptedException {
    Instant now = Instant.ofEpochMilli(Long.parseLong(args[1]));
    new KilledWorker(open(args[0], now), now, Killed::tell).drain();
  }

  static JdbcOutbox open(String url, Instant now) {
    return Places.openForKills(url, Clock.fixed(now, ZoneOffset.UTC));
  }

  /** Works off what is due. */
  void drain() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (int i = 0; i < THREADS; i++) {
      threads.execute(this::work);
    }
    threads.shutdown();
    threads.awaitTermination(5, TimeUnit.MINUTES);
  }

  private void work() {
    List<Claim> claims = claim();
    while (!claims.isEmpty()) {
      claims.forEach(this::attempt);
      claims = claim();
    }
  }

  private List<Claim> claim() {
    return outbox.claim(ClaimRequest.of(now, LEASE, 3));
  }

  private void attempt(Claim claim) {
    if (claim.abandoned()) {
      end(claim, DeliveryState.UNKNOWN);
    } else if (!outbox.begin(List.of(claim)).isEmpty()) {
      sending.accept(claim.delivery().id().value());
      end(claim, DeliveryState.ACCEPTED);
    }
  }

  private void end(Claim claim, DeliveryState state) {
    Progress progress = claim.delivery().progress().ended(state, now, "");
    outbox.complete(List.of(new Completion(claim, progress)));
  }
}
