package dev.shopbell.jdbc;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import dev.shopbell.delivery.ReceiptName;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.transport.Receipt;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows that stay of deliveries: their progress, what was given up, what providers call them.
 */
final class Log {
  private static final Set<DeliveryState> TAKEN =
      EnumSet.of(DeliveryState.ACCEPTED, DeliveryState.DELIVERED);
  private static final String DEAD = "INSERT INTO ~dead (id) VALUES (?)";
  private static final String UNACCEPTED =
      "DELETE FROM ~accepted WHERE provider = ? AND ref = ? AND id = ?";
  private static final String LOCK = "SELECT id FROM ~log WHERE id = ?";
  private static final String WHOLE = "SELECT id FROM ~delivery WHERE id = ?";
  private static final String MARK = "UPDATE ~log SET cancelled = ? WHERE id = ?";
  private static final List<String> ACCEPTED = List.of("provider", "ref", "id");
  private static final Comparator<Object[]> BY_REF =
      Comparator.<Object[], String>comparing(row -> row[0].toString())
          .thenComparing(row -> row[1].toString());

  private final Database database;

  Log(Database database) {
    this.database = database;
  }

  /**
   * Records how far deliveries have come, what providers call them in one order on all nodes. A
   * provider that gives an identifier twice means the first message by it.
   */
  void moved(Connection connection, List<Delivery> deliveries) throws SQLException {
    List<Object[]> dead = new ArrayList<>();
    List<Object[]> accepted = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      String id = delivery.id().value();
      if (delivery.state().isGivenUp()) {
        dead.add(new Object[] {id});
      }
      if (TAKEN.contains(delivery.state()) || delivery.progress().isUnsettled()) {
        accepted.addAll(names(id, delivery.progress()));
      }
    }
    accepted.sort(BY_REF);
    put(connection, deliveries);
    Rows.batch(connection, database.sql(DEAD), dead);
    database.dialect().insertAllNew(connection, database, "~accepted", ACCEPTED, accepted);
  }

  private void put(Connection connection, List<Delivery> deliveries) throws SQLException {
    List<Object[]> rows = deliveries.stream().map(Log::row).toList();
    database.run(connection, database.dialect().log(), rows);
  }

  private static Object[] row(Delivery delivery) {
    byte[] progress = Codec.progress(delivery.progress());
    return new Object[] {delivery.id().value(), delivery.state().name(), progress};
  }

  /** Mail reports by the delivery's own identifier, which needs no row. */
  private static List<Object[]> names(String id, Progress progress) {
    return ReceiptName.of(new DeliveryId(id), progress).stream()
        .filter(name -> !name.provider().equals(Receipt.BY_MAIL))
        .map(name -> new Object[] {name.provider(), name.id(), id})
        .toList();
  }

  /** Forgets that a delivery was given up, and what a provider called it unless it has it. */
  void reopened(Connection connection, Delivery before, DeliveryState after) throws SQLException {
    String id = before.id().value();
    Rows.update(connection, database.sql("DELETE FROM ~dead WHERE id = ?"), id);
    if (!TAKEN.contains(after)) {
      unaccepted(connection, id, before.progress());
    }
  }

  /** Forgets what a provider called a delivery. */
  void unaccepted(Connection connection, String id, Progress progress) throws SQLException {
    List<Object[]> names = names(id, progress).stream().sorted(BY_REF).toList();
    Rows.batch(connection, database.sql(UNACCEPTED), names);
  }

  /** A delivery that nobody else changes while the transaction lasts, once there is news of it. */
  Optional<Delivery> locked(Connection connection, String id) throws SQLException {
    Rows.list(connection, database.sql(LOCK) + database.dialect().lock(), row -> 1, id);
    return found(connection, id);
  }

  /**
   * Keeps others from making a turn for a delivery, from changing what it says and from taking it
   * out, while the transaction lasts.
   */
  void lockWhole(Connection connection, String id) throws SQLException {
    Rows.list(connection, database.sql(WHOLE) + database.dialect().lock(), row -> 1, id);
  }

  /** A delivery as it is at the moment. */
  Optional<Delivery> found(Connection connection, String id) throws SQLException {
    return Optional.ofNullable(Rows.deliveries(connection, database, List.of(id)).get(id));
  }

  /** Those of them that were cancelled. */
  Set<String> cancelled(Connection connection, List<String> ids) throws SQLException {
    String sql = "SELECT id FROM ~log WHERE cancelled = 1 AND id IN (" + Rows.places(ids.size());
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            Rows.list(
                connection, database.sql(sql + ")"), row -> row.getString(1), Rows.filled(ids)));
  }

  /** Has a delivery take no other channel. */
  void cancel(Connection connection, Delivery delivery) throws SQLException {
    put(connection, List.of(delivery));
    mark(connection, delivery.id().value(), 1);
  }

  /** Cancelled or not, once there is news of it. */
  void mark(Connection connection, String id, int cancelled) throws SQLException {
    Rows.update(connection, database.sql(MARK), cancelled, id);
  }
}
