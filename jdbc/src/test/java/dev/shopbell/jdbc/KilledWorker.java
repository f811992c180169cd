package dev.shopbell.jdbc;

import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A process that works an outbox off and prints what it sends, until it is killed. */
final class KilledWorker {
  static final int THREADS = 4;

  private final JdbcOutbox outbox;
  private final Instant now;

  private KilledWorker(JdbcOutbox outbox, Instant now) {
    this.outbox = outbox;
    this.now = now;
  }

  /** The place of the outbox, and the time in milliseconds. */
  public static void main(String[] args) {
    Instant now = Instant.ofEpochMilli(Long.parseLong(args[1]));
    new KilledWorker(open(args[0], now), now).run();
  }

  static JdbcOutbox open(String place, Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    JdbcOutboxBuilder builder =
        place.startsWith("jdbc:")
            ? JdbcOutbox.in(Pools.of(place, "postgres", ""))
            : JdbcOutbox.sqlite(Path.of(place));
    return builder.makeTables().clock(clock).databaseClock(clock).build();
  }

  private void run() {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (int i = 0; i < THREADS; i++) {
      threads.execute(this::work);
    }
    threads.shutdown();
  }

  private void work() {
    List<Claim> claims = claim();
    while (!claims.isEmpty()) {
      claims.forEach(this::attempt);
      claims = claim();
    }
  }

  private List<Claim> claim() {
    return outbox.claim(ClaimRequest.of(now, Duration.ofMinutes(1), 3));
  }

  private void attempt(Claim claim) {
    if (claim.abandoned()) {
      end(claim, DeliveryState.UNKNOWN);
    } else if (!outbox.begin(List.of(claim)).isEmpty()) {
      send(claim.delivery().id().value());
      end(claim, DeliveryState.ACCEPTED);
    }
  }

  private static synchronized void send(String id) {
    System.out.println(id);
    System.out.flush();
  }

  private void end(Claim claim, DeliveryState state) {
    Progress progress = claim.delivery().progress().ended(state, now, "");
    outbox.complete(List.of(new Completion(claim, progress)));
  }
}
