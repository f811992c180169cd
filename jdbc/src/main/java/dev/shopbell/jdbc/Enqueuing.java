package dev.shopbell.jdbc;

import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.delivery.SendResult.Status;
import dev.shopbell.delivery.Submission;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.Purpose;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Stores notices in whatever transaction the connection is in. */
final class Enqueuing {
  static final int URGENT = 0;
  static final int BULK = 1;

  private final Database database;
  private final Clock clock;

  /**
   * Stores in that database.
   *
   * @param clock the application's: what is due later is due that much later by the database's
   */
  Enqueuing(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The rows that a submission becomes. */
  Notices notices(Submission submission) {
    List<DeliveryId> ids = ids(submission);
    return new Notices(
        submission,
        submission.key().map(key -> name(submission, key.value(), ids)),
        submission.deliveries().stream().map(Enqueuing::row).toList(),
        submission.deliveries().stream().map(this::turn).toList());
  }

  SendResult store(Connection connection, Notices notices) throws SQLException {
    return database.dialect().store(connection, database, notices)
        ? queued(notices.submission())
        : first(connection, notices.submission());
  }

  /** Stores what several senders hand in; nothing is told of those whose key was used before. */
  List<Optional<SendResult>> store(Connection connection, List<Notices> all) throws SQLException {
    List<Boolean> stored = database.dialect().storeTogether(connection, database, all);
    List<Optional<SendResult>> results = new ArrayList<>();
    for (int i = 0; i < stored.size(); i++) {
      Submission submission = all.get(i).submission();
      results.add(stored.get(i) ? Optional.of(queued(submission)) : Optional.empty());
    }
    return results;
  }

  private static SendResult queued(Submission submission) {
    return new SendResult(Status.QUEUED, ids(submission), List.of());
  }

  private static List<DeliveryId> ids(Submission submission) {
    return submission.deliveries().stream().map(Delivery::id).toList();
  }

  /** Makes a delivery pending again. */
  void again(Connection connection, Delivery delivery) throws SQLException {
    database.run(connection, Bulk.QUEUE, List.<Object[]>of(turn(delivery)));
  }

  private static Object[] row(Delivery delivery) {
    return new Object[] {
      delivery.id().value(),
      delivery.notice().store().value(),
      delivery.recipient().id(),
      delivery.notice().type(),
      delivery.notice().about(),
      Codec.body(delivery)
    };
  }

  private Object[] turn(Delivery delivery) {
    int lane = delivery.notice().purpose() == Purpose.MARKETING ? BULK : URGENT;
    String store = delivery.notice().store().value();
    return new Object[] {delivery.id().value(), lane, store, wait(delivery)};
  }

  /**
   * How long until it is due, in milliseconds. Where its own times tell it, a clock that has gone
   * back since it was made puts it off no further.
   */
  long wait(Delivery delivery) {
    Instant due = delivery.progress().due();
    long byClock = Duration.between(clock.instant(), due).toMillis();
    long most = made(delivery).map(at -> Duration.between(at, due).toMillis()).orElse(byClock);
    return Math.max(0, Math.min(byClock, most));
  }

  /** When it was said that it is due then; empty where that is not known. */
  private static Optional<Instant> made(Delivery delivery) {
    Instant due = delivery.progress().due();
    Optional<Instant> queued = Optional.of(delivery.window().queued()).filter(due::equals);
    return queued.or(() -> delivery.progress().last().map(Attempt::at).filter(due::isAfter));
  }

  private Object[] name(Submission submission, String key, List<DeliveryId> ids) {
    String deliveries = String.join(",", ids.stream().map(DeliveryId::value).toList());
    String store = submission.store().value();
    return new Object[] {store, key, submission.fingerprint(), deliveries, clock.millis()};
  }

  /** The first notice with that name counts. */
  private SendResult first(Connection connection, Submission submission) throws SQLException {
    String sql = "SELECT fingerprint, deliveries FROM ~name WHERE store = ? AND name = ?";
    return Rows.list(
            connection,
            database.sql(sql) + database.dialect().current(),
            row -> duplicate(submission, row.getString(1), row.getString(2)),
            submission.store().value(),
            submission.key().orElseThrow().value())
        .stream()
        .findFirst()
        .orElseThrow(
            () ->
                new OutboxException(
                    "another has sent a notice with this key since the transaction began:"
                        + " roll back and do it again"));
  }

  /** What is found under one's own identifiers was stored, though its answer was lost. */
  private static SendResult duplicate(Submission submission, String fingerprint, String ids) {
    Status status =
        fingerprint.equals(submission.fingerprint())
            ? Status.DUPLICATE
            : Status.DUPLICATE_WITH_OTHER_CONTENT;
    List<DeliveryId> deliveries =
        Arrays.stream(ids.split(",", -1)).filter(id -> !id.isEmpty()).map(DeliveryId::new).toList();
    if (!deliveries.isEmpty() && deliveries.equals(ids(submission))) {
      return queued(submission);
    }
    return new SendResult(status, deliveries, List.of());
  }
}
