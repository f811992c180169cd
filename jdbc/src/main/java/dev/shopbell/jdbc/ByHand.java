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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people do with deliveries: cancel, send again, forget. Locks what it needs of the deliveries
 * themselves first, then of the queue, then of the log, each in the order of the identifiers.
 */
final class ByHand {
  private static final String ABOUT =
      "SELECT d.id FROM ~delivery d LEFT JOIN ~log l ON l.id = d.id"
          + " WHERE d.store = ? AND d.about = ? AND d.type = ?"
          + " AND (l.state IS NULL OR l.state IN ('PENDING', 'ACCEPTED')) ORDER BY d.id";
  private static final String OF = "SELECT id FROM ~delivery WHERE recipient = ? ORDER BY id";
  private static final String DROP = "DELETE FROM ~queue WHERE id = ?";
  private static final String BEGUN = "UPDATE ~queue SET begun = 1 WHERE id = ?";
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
          List<String> ids = ids(connection, ABOUT, store.value(), about, type);
          Set<String> waiting = waiting(connection, ids);
          for (String id : ids) {
            if (waiting.contains(id)) {
              cancelled.add(end(connection, id, now, "cancelled"));
            } else if (stop(connection, id)) {
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
          List<String> ids = ids(connection, OF + database.dialect().lock(), recipient);
          Set<String> waiting = waiting(connection, ids);
          for (String id : ids) {
            if (waiting.contains(id)) {
              cancelled.add(end(connection, id, now, "forgotten"));
            }
            Optional<Delivery> there = log.locked(connection, id);
            if (there.isPresent()) {
              erase(connection, there.get().forgotten());
            }
          }
          return cancelled.stream().map(Delivery::forgotten).toList();
        });
  }

  private void erase(Connection connection, Delivery kept) throws SQLException {
    log.cancel(connection, kept);
    String id = kept.id().value();
    Rows.update(connection, database.sql(ERASE), kept.recipient().id(), Codec.body(kept), id);
  }

  Optional<Delivery> redrive(DeliveryId id, Window window) {
    return database.transact(
        "sending again",
        connection -> {
          log.lockWhole(connection, id.value());
          Optional<Delivery> dead =
              log.found(connection, id.value()).filter(delivery -> delivery.state().isGivenUp());
          return dead.isEmpty()
              ? Optional.empty()
              : Optional.of(redrive(connection, dead.get(), window));
        });
  }

  /** Makes the turn before it locks the log. */
  private Delivery redrive(Connection connection, Delivery dead, Window window)
      throws SQLException {
    Progress again =
        dead.progress().dueAt(window.notBefore(), dead.progress().route(), "sent again");
    Delivery delivery = new Delivery(dead.id(), dead.notice(), dead.recipient(), window, again);
    enqueuing.again(connection, delivery);
    if (!log.locked(connection, dead.id().value()).equals(Optional.of(dead))) {
      throw Remedy.beaten();
    }
    log.reopened(connection, dead, again.state());
    log.moved(connection, List.of(delivery));
    log.mark(connection, dead.id().value(), 0);
    Rows.update(connection, database.sql(GO), Codec.body(delivery), dead.id().value());
    return delivery;
  }

  private List<String> ids(Connection connection, String sql, Object... values)
      throws SQLException {
    return Rows.list(connection, database.sql(sql), row -> row.getString(1), values);
  }

  /**
   * Those of them that are pending and have not begun, and that nobody else touches from now on.
   * What may have begun without a mark has begun from now on.
   */
  private Set<String> waiting(Connection connection, List<String> ids) throws SQLException {
    Set<String> waiting = new HashSet<>();
    List<Object[]> unmarked = new ArrayList<>();
    Rows.lockTurns(
        connection,
        database,
        "id, begun",
        ids,
        row ->
            switch (row.getInt(2)) {
              case Taking.UNBEGUN -> waiting.add(row.getString(1));
              case Taking.MAY_HAVE_BEGUN -> unmarked.add(new Object[] {row.getString(1)});
              default -> false;
            });
    Rows.batch(connection, database.sql(BEGUN), unmarked);
    return waiting;
  }

  private Delivery end(Connection connection, String id, Instant at, String why)
      throws SQLException {
    Rows.update(connection, database.sql(DROP), id);
    Delivery delivery = log.locked(connection, id).orElseThrow();
    Delivery ended = delivery.with(delivery.progress().ended(DeliveryState.CANCELLED, at, why));
    log.moved(connection, List.of(ended));
    return ended;
  }

  /** Has it take no other channel; false when it has ended meanwhile, or was taken out. */
  private boolean stop(Connection connection, String id) throws SQLException {
    Optional<Delivery> late =
        log.locked(connection, id)
            .filter(
                delivery ->
                    delivery.state() == DeliveryState.PENDING
                        || delivery.state() == DeliveryState.ACCEPTED);
    if (late.isPresent()) {
      log.cancel(connection, late.get());
    }
    return late.isPresent();
  }
}
