package dev.shopbell.jdbc;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.transport.Outcome.Accepted;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The rows that stay of deliveries: their progress, what was given up, what providers call them.
 */
final class Log {
  private static final Set<DeliveryState> TAKEN =
      EnumSet.of(DeliveryState.ACCEPTED, DeliveryState.DELIVERED);
  private static final String DEAD = "INSERT INTO ~dead (id) VALUES (?)";
  private static final List<String> ACCEPTED = List.of("provider", "ref", "id");

  private final Database database;

  Log(Database database) {
    this.database = database;
  }

  /**
   * Records how far deliveries have come. A provider that gives an identifier twice means the first
   * message by it.
   */
  void moved(Connection connection, List<Delivery> deliveries) throws SQLException {
    List<Object[]> moved = new ArrayList<>();
    List<Object[]> dead = new ArrayList<>();
    List<Object[]> accepted = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      String id = delivery.id().value();
      byte[] progress = Codec.progress(delivery.progress());
      moved.add(new Object[] {delivery.state().name(), progress, id});
      if (delivery.state().isGivenUp()) {
        dead.add(new Object[] {id});
      }
      if (TAKEN.contains(delivery.state())) {
        Completing.accepted(delivery).ifPresent(taken -> accepted.addAll(rows(taken, id)));
      }
    }
    database.run(connection, Bulk.MOVED, moved);
    Rows.batch(connection, database.sql(DEAD), dead);
    database.dialect().insertAllNew(connection, database, "~accepted", ACCEPTED, accepted);
  }

  private static List<Object[]> rows(Accepted taken, String id) {
    return taken.ids().stream().map(ref -> new Object[] {taken.provider(), ref, id}).toList();
  }

  /** Forgets that a delivery was given up, and what a provider called it. */
  void reopened(Connection connection, Delivery delivery) throws SQLException {
    String id = delivery.id().value();
    Rows.update(connection, database.sql("DELETE FROM ~dead WHERE id = ?"), id);
    Rows.update(connection, database.sql("DELETE FROM ~accepted WHERE id = ?"), id);
  }
}
