package dev.shopbell.jdbc;

import dev.shopbell.consent.ConsentStore;
import dev.shopbell.delivery.Backlog;
import dev.shopbell.delivery.Cancellation;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.delivery.EnqueueScope;
import dev.shopbell.delivery.Progress;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.delivery.Submission;
import dev.shopbell.delivery.Window;
import dev.shopbell.domain.DomainRegistry;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.StoreId;
import dev.shopbell.suppression.SuppressionStore;
import dev.shopbell.transport.Receipt;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Deliveries in a database. What is stored survives the process; times are the database's own, so
 * that the clocks of several machines need not agree. One object for a database and prefix serves
 * all threads.
 */
public final class JdbcOutbox implements DeliveryStore {
  private final Database database;
  private final Clock clock;
  private final AutoCloseable source;
  private final Enqueuing enqueuing;
  private final Storing storing;
  private final Claiming claiming;
  private final HeldBack heldBack;
  private final Looking looking;
  private final Receipts receipts;
  private final ByHand byHand;
  private final Tidying tidying;
  private final GroupCommit<Claim, Boolean> begins;
  private final GroupCommit<Completion, Optional<Delivery>> completions;

  JdbcOutbox(Database database, Clock clock, AutoCloseable source) {
    this.database = database;
    this.clock = clock;
    this.source = source;
    this.enqueuing = new Enqueuing(database, clock);
    this.storing = new Storing(database, enqueuing);
    this.heldBack = new HeldBack(database, clock);
    this.looking = new Looking(database, clock);
    this.claiming = new Claiming(database);
    Log log = new Log(database);
    this.receipts = new Receipts(database, enqueuing, log, clock);
    this.byHand = new ByHand(database, enqueuing, log);
    this.tidying = new Tidying(database, log);
    Completing completing = new Completing(database, enqueuing, log);
    this.begins = new GroupCommit<>("shopbell-begins", completing::begin);
    this.completions =
        new GroupCommit<>(
            "shopbell-completions",
            batch -> {
              List<Optional<Delivery>> done = completing.complete(batch);
              receipts.look();
              return done;
            });
  }

  /**
   * Begins an outbox in that database; its pool should have a dozen connections, on H2 a single
   * one.
   */
  public static JdbcOutboxBuilder in(DataSource source) {
    return new JdbcOutboxBuilder(source);
  }

  /**
   * Begins an outbox in a SQLite file, for what runs on one machine; every commit is on the disk
   * before it counts. Needs SQLite's driver, {@code org.xerial:sqlite-jdbc}.
   */
  public static JdbcOutboxBuilder sqlite(Path file) {
    SqliteFile source = new SqliteFile(file);
    return new JdbcOutboxBuilder(source).closing(source);
  }

  /**
   * The caller's own transaction: what is sent in it goes out when it commits. The caller commits,
   * rolls back and closes.
   *
   * @throws IllegalStateException when the connection commits by itself
   */
  public EnqueueScope within(Connection connection) {
    try {
      if (connection.getAutoCommit()) {
        throw new IllegalStateException(
            "the connection commits by itself, so that there is no transaction to join: call"
                + " setAutoCommit(false), or send without a scope");
      }
    } catch (SQLException e) {
      throw OutboxException.of("asking the connection", e);
    }
    return new CallersScope(database, enqueuing, connection);
  }

  /**
   * The host's own database that this outbox is in: whose transactions can be joined, by {@link
   * #within}. Empty for a SQLite file, whose connections nobody else has.
   */
  public Optional<DataSource> dataSource() {
    return Optional.of(database.source()).filter(own -> !(own instanceof SqliteFile));
  }

  /** Lists of suppressed addresses beside the deliveries, for {@code new Suppressions(...)}. */
  public SuppressionStore suppressions() {
    return new JdbcSuppressionStore(database);
  }

  /** What recipients want, beside the deliveries, for {@code new Consents(...)}. */
  public ConsentStore consents() {
    return new JdbcConsentStore(database);
  }

  /**
   * Claims on domains, beside the deliveries, for {@code
   * DomainVerifier.builder(...).registry(...)}.
   */
  public DomainRegistry domains() {
    return new JdbcDomainRegistry(database);
  }

  /**
   * Takes out what is over and older than it is to be kept, at most a batch of each kind, in
   * transactions of their own. For a schedule of the host's: once an hour, again while there is
   * {@linkplain Tidied#more more}. Several machines may do so at once.
   */
  public Tidied tidy(Retention retention) {
    return tidying.tidy(retention);
  }

  /** Counts what waits and what was given up, by reading all of it: thin rows, no locks. */
  public OutboxStatus status() {
    return looking.status();
  }

  /** Counts what became of the newest deliveries, at most so many. */
  public OutboxCounts newest(int most) {
    return looking.newest(most);
  }

  /**
   * Ends all leases, as if their time had run out: for a process that begins to work and knows that
   * it is the only one, since those who held them have ended. What they had not begun is due at
   * once; what they had begun is unknown. Where another is at work, it loses its claims.
   *
   * @return how many there were
   */
  public int endLeases() {
    return claiming.endLeases();
  }

  @Override
  public SendResult enqueue(Submission submission) {
    return storing.store(submission);
  }

  @Override
  public List<Claim> claim(ClaimRequest request) {
    return claiming.claim(request);
  }

  @Override
  public List<Claim> begin(List<Claim> claims) {
    List<Boolean> holds = begins.apply(claims);
    return IntStream.range(0, claims.size()).filter(holds::get).mapToObj(claims::get).toList();
  }

  @Override
  public void hold(List<Claim> claims, Instant now, Duration lease) {
    claiming.hold(claims, lease);
  }

  @Override
  public List<Delivery> complete(List<Completion> done) {
    return completions.apply(done).stream().flatMap(Optional::stream).toList();
  }

  @Override
  public Cancellation cancel(StoreId store, String about, String type, Instant now) {
    return byHand.cancel(store, about, type, now);
  }

  @Override
  public Optional<Delivery> redrive(DeliveryId id, Window window) {
    return byHand.redrive(id, window);
  }

  @Override
  public List<Delivery> forget(String recipient) {
    return byHand.forget(recipient, clock.instant());
  }

  @Override
  public Optional<Delivery> settle(Receipt receipt, Function<Delivery, Progress> change) {
    return receipts.settle(receipt, change);
  }

  @Override
  public List<Receipt> unmatched(String provider, List<String> ids) {
    return receipts.take(provider, ids);
  }

  @Override
  public List<Receipt> stranded() {
    return receipts.stranded();
  }

  @Override
  public Optional<Delivery> find(DeliveryId id) {
    return database.read(
        "reading a delivery",
        connection ->
            Optional.ofNullable(
                Rows.deliveries(connection, database, List.of(id.value())).get(id.value())));
  }

  @Override
  public List<Delivery> list(Set<DeliveryState> states, int most) {
    return looking.oldest(states, most);
  }

  @Override
  public Optional<Instant> nextDue() {
    return claiming.nextWait().map(clock.instant()::plusMillis);
  }

  @Override
  public Backlog backlog() {
    return heldBack.read();
  }

  @Override
  public void close() {
    begins.close();
    completions.close();
    try {
      source.close();
    } catch (Exception e) {
      throw new OutboxException("closing the database failed: " + e.getClass().getSimpleName());
    }
  }
}
