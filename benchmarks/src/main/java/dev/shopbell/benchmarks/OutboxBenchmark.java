package dev.shopbell.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Notice;
import dev.shopbell.delivery.Progress;
import dev.shopbell.delivery.Submission;
import dev.shopbell.delivery.Window;
import dev.shopbell.jdbc.JdbcOutbox;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.IdempotencyKey;
import dev.shopbell.notice.Origin;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.TemplateId;
import dev.shopbell.transport.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Notices a second through an outbox: stored one a commit and a hundred a commit, and worked off by
 * eight threads that do nothing with them. Run by {@code benchmarks/run --main OutboxBenchmark [URL
 * USER PASSWORD]}; without a URL on a SQLite file.
 */
final class OutboxBenchmark {
  private static final int THREADS = 8;
  private static final int BATCH = 64;
  private static final AtomicInteger ORDERS = new AtomicInteger(1_000_000);

  private final JdbcOutbox outbox;
  private final DataSource source;
  private final boolean sqlite;

  private OutboxBenchmark(JdbcOutbox outbox, DataSource source, boolean sqlite) {
    this.outbox = outbox;
    this.source = source;
    this.sqlite = sqlite;
  }

  /** Measures one database. */
  public static void main(String[] args) throws Exception {
    String prefix = "b" + Long.toString(System.currentTimeMillis(), 36) + "_";
    if (args.length == 0) {
      Path file = Files.createTempDirectory("outbox").resolve("outbox.db");
      new OutboxBenchmark(JdbcOutbox.sqlite(file).makeTables().build(), null, true).run();
      return;
    }
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setUsername(args[1]);
    config.setPassword(args.length > 2 ? args[2] : "");
    config.setMaximumPoolSize(16);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      new OutboxBenchmark(JdbcOutbox.in(pool).prefix(prefix).makeTables().build(), pool, false)
          .run();
    }
  }

  private interface Work {
    /** How many notices it moved. */
    int run() throws Exception;
  }

  private void run() throws Exception {
    measure("warming up", () -> enqueue(4_000, 100));
    measure("warming up", () -> drain(true));
    if (!sqlite) {
      measure("bare insert, one a commit", () -> bare(8_000));
    }
    measure("stored, one a commit", () -> enqueue(8_000, 1));
    if (!sqlite) {
      measure("bare insert, one a commit", () -> bare(8_000));
    }
    measure("stored, one a commit", () -> enqueue(8_000, 1));
    measure("drained, with begin", () -> drain(true));
    for (int round = 0; round < 3; round++) {
      measure("stored, 100 a commit", () -> enqueue(100_000, 100));
      measure("drained, with begin", () -> drain(true));
      measure("stored, 100 a commit", () -> enqueue(100_000, 100));
      measure("drained, without begin", () -> drain(false));
    }
    outbox.close();
  }

  private static void measure(String name, Work work) throws Exception {
    long start = System.nanoTime();
    int moved = work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "%-30s %10.0f/s %10d%n", name, moved / seconds, moved);
  }

  private static void inThreads(Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Callable<Integer> call = work::run;
      for (Future<Integer> done : threads.invokeAll(Collections.nCopies(THREADS, call))) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static Delivery delivery() {
    Instant now = Instant.now();
    return new Delivery(
        DeliveryId.next(Clock.systemUTC(), ThreadLocalRandom.current()),
        new Notice(
            new StoreId("store-" + ThreadLocalRandom.current().nextInt(20)),
            "order.paid",
            Purpose.TRANSACTIONAL,
            new TemplateId("order.paid", "1"),
            "SO-" + ORDERS.incrementAndGet(),
            Origin.OWN,
            Map.of("name", "Ann", "order", "SO-1001", "note", "x".repeat(250))),
        Recipient.of("ann").email("ann@customer.example"),
        new Window(now, now, now.plus(Duration.ofDays(1))),
        Progress.queued(List.of(Channel.EMAIL, Channel.SMS), now));
  }

  private int enqueue(int notices, int commit) throws Exception {
    AtomicInteger left = new AtomicInteger(notices / commit);
    inThreads(
        () -> {
          while (left.getAndDecrement() > 0) {
            List<Delivery> deliveries =
                IntStream.range(0, commit).mapToObj(i -> delivery()).toList();
            String key = deliveries.get(0).id().value();
            outbox.enqueue(
                new Submission(
                    deliveries.get(0).notice().store(),
                    Optional.of(new IdempotencyKey(key)),
                    "f",
                    deliveries));
          }
          return 0;
        });
    return notices;
  }

  private int bare(int rows) throws Exception {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS bare_insert");
      statement.execute("CREATE TABLE bare_insert (id varchar(26) PRIMARY KEY, body varchar(600))");
    }
    AtomicInteger left = new AtomicInteger(rows);
    inThreads(
        () -> {
          while (left.getAndDecrement() > 0) {
            insert();
          }
          return 0;
        });
    return rows;
  }

  private void insert() throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO bare_insert VALUES (?, ?)")) {
        insert.setString(1, delivery().id().value());
        insert.setString(2, "x".repeat(490));
        insert.executeUpdate();
      }
      connection.commit();
    }
  }

  private int drain(boolean begins) throws Exception {
    AtomicInteger drained = new AtomicInteger();
    inThreads(
        () -> {
          List<Claim> claims = claim();
          while (!claims.isEmpty()) {
            List<Claim> holding = begins ? outbox.begin(claims) : claims;
            List<Completion> ends = new ArrayList<>();
            for (Claim claim : holding) {
              ends.add(new Completion(claim, accepted(claim.delivery())));
            }
            drained.addAndGet(outbox.complete(ends).size());
            claims = claim();
          }
          return 0;
        });
    return drained.get();
  }

  private List<Claim> claim() {
    return outbox.claim(ClaimRequest.of(Instant.now(), Duration.ofMinutes(2), BATCH));
  }

  private static Progress accepted(Delivery delivery) {
    Attempt attempt =
        new Attempt(
            1, Channel.EMAIL, "none", Instant.now(), new Outcome.Accepted("none", List.of(), 0));
    return new Progress(
        DeliveryState.ACCEPTED,
        delivery.progress().route(),
        attempt.at(),
        1,
        Optional.of(attempt),
        false,
        "");
  }
}
