package dev.shopbell.jdbc;

import dev.shopbell.delivery.Cancellation;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import dev.shopbell.delivery.Window;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.StoreId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people do with deliveries: cancel, send again, forget. Locks the queue before the log. */
final class ByHand {
  private static final String ABOUT =
      "SELECT d.id FROM ~delivery d LEFT JOIN ~log l ON l.id = d.id"
          + " WHERE d.store = ? AND d.about = ? AND d.type = ?"
          + " AND (l.state IS NULL OR l.state IN ('PENDING', 'ACCEPTED')) ORDER BY d.id";
  private static final String OF = "SELECT id FROM ~delivery WHERE recipient = ? ORDER BY id";
  private static final String TURN = "SELECT begun FROM ~queue WHERE id = ?";
  private static final String DROP = "DELETE FROM ~queue WHERE id = ?";
  private static final String GO = "UPDATE ~delivery SET body = ? WHERE id = ?";
  private static final String ERASE = "UPDATE ~delivery SET recipient = ?, body = ? WHERE id = ?";

  private final Database database;
  private final Enqueuing enqueuing;
  private final Log log;

  ByHand(Database database, Enqueuing enqueuing, Log log) {
    this.database = database;
    this.enqueuing = enqueuing;
    this.log = log;
  }

  Cancellation cancel(StoreId store, String about, String type, Instant now) {
    return database.transact(
        "cancelling",
        connection -> {
          List<Delivery> cancelled = new ArrayList<>();
          List<DeliveryId> tooLate = new ArrayList<>();
          for (String id : ids(connection, ABOUT, store.value(), about, type)) {
            Optional<Delivery> ended = end(connection, id, now, "cancelled");
            ended.ifPresent(cancelled::add);
            if (ended.isEmpty() && stop(connection, id)) {
              tooLate.add(new DeliveryId(id));
            }
          }
          return new Cancellation(cancelled, tooLate);
        });
  }

  List<Delivery> forget(String recipient, Instant now) {
    return database.transact(
        "forgetting a person",
        connection -> {
          List<Delivery> cancelled = new ArrayList<>();
          for (String id : ids(connection, OF, recipient)) {
            end(connection, id, now, "forgotten").ifPresent(cancelled::add);
            Delivery kept = log.locked(connection, id).orElseThrow().forgotten();
            log.cancel(connection, kept);
            Rows.update(
                connection, database.sql(ERASE), kept.recipient().id(), Codec.body(kept), id);
          }
          return cancelled.stream().map(Delivery::forgotten).toList();
        });
  }

  Optional<Delivery> redrive(DeliveryId id, Window window) {
    return database.transact(
        "sending again",
        connection -> {
          Optional<Delivery> dead =
              log.locked(connection, id.value()).filter(delivery -> delivery.state().isGivenUp());
          return dead.isEmpty()
              ? Optional.empty()
              : Optional.of(redrive(connection, dead.get(), window));
        });
  }

  private Delivery redrive(Connection connection, Delivery dead, Window window)
      throws SQLException {
    Progress again =
        dead.progress().dueAt(window.notBefore(), dead.progress().route(), "sent again");
    Delivery delivery = new Delivery(dead.id(), dead.notice(), dead.recipient(), window, again);
    log.reopened(connection, dead, again.state());
    log.moved(connection, List.of(delivery));
    log.mark(connection, dead.id().value(), 0);
    Rows.update(connection, database.sql(GO), Codec.body(delivery), dead.id().value());
    enqueuing.again(connection, delivery);
    return delivery;
  }

  private List<String> ids(Connection connection, String sql, Object... values)
      throws SQLException {
    return Rows.list(connection, database.sql(sql), row -> row.getString(1), values);
  }

  /** Ends what is pending and has not begun; empty for all else. */
  private Optional<Delivery> end(Connection connection, String id, Instant at, String why)
      throws SQLException {
    List<Boolean> begun =
        Rows.list(
            connection,
            database.sql(TURN) + database.dialect().lock(),
            row -> row.getInt(1) != 0,
            id);
    if (!begun.equals(List.of(false))) {
      return Optional.empty();
    }
    Rows.update(connection, database.sql(DROP), id);
    Delivery delivery = log.locked(connection, id).orElseThrow();
    Delivery ended = delivery.with(delivery.progress().ended(DeliveryState.CANCELLED, at, why));
    log.moved(connection, List.of(ended));
    return Optional.of(ended);
  }

  /** Has it take no other channel; false when it has ended meanwhile. */
  private boolean stop(Connection connection, String id) throws SQLException {
    Delivery delivery = log.locked(connection, id).orElseThrow();
    boolean late =
        delivery.state() == DeliveryState.PENDING || delivery.state() == DeliveryState.ACCEPTED;
    if (late) {
      log.cancel(connection, delivery);
    }
    return late;
  }
}
