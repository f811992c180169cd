package dev.shopbell.jdbc;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.notice.DeliveryId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Statements over rows. */
final class Rows {
  /** A delivery, by what follows. */
  static final String DELIVERY =
      "SELECT d.id, d.body, l.progress FROM ~delivery d LEFT JOIN ~log l ON l.id = d.id WHERE ";

  private static final Logger log = LoggerFactory.getLogger(JdbcOutbox.class);
  private static final int PORTION = 512;

  private Rows() {}

  /** What a row becomes. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  static <T> List<T> list(Connection connection, String sql, Reader<T> reader, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      List<T> results = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          results.add(reader.read(rows));
        }
      }
      return results;
    }
  }

  /** Locks rows of the queue, which all lock in the order of their identifiers, and reads them. */
  static <T> List<T> lockTurns(
      Connection connection, Database on, String columns, List<String> ids, Reader<T> reader)
      throws SQLException {
    List<T> results = new ArrayList<>();
    for (List<String> some : portions(ids)) {
      String from = "SELECT " + columns + " FROM ~queue" + on.dialect().byKey();
      String in = " WHERE id IN (" + places(some.size()) + ") ORDER BY id" + on.dialect().lock();
      results.addAll(list(connection, on.sql(from + in), reader, filled(some)));
    }
    return results;
  }

  static int update(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      return statement.executeUpdate();
    }
  }

  /** Runs a statement for each row of values; how many rows of the table each touched. */
  static int[] batch(Connection connection, String sql, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return new int[0];
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] values : rows) {
        set(statement, values);
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** Places for that many values, their number rounded up so that few statements are prepared. */
  static String places(int count) {
    return String.join(",", Collections.nCopies(rounded(count), "?"));
  }

  /** The values for these places; the last is repeated. */
  static Object[] filled(List<?> values) {
    Object[] filled = new Object[rounded(values.size())];
    for (int i = 0; i < filled.length; i++) {
      filled[i] = values.get(Math.min(i, values.size() - 1));
    }
    return filled;
  }

  /** The values in portions that a statement has places for. */
  static <T> List<List<T>> portions(List<T> values) {
    List<List<T>> portions = new ArrayList<>();
    for (int from = 0; from < values.size(); from += PORTION) {
      portions.add(values.subList(from, Math.min(from + PORTION, values.size())));
    }
    return portions;
  }

  private static int rounded(int count) {
    return count < 2 ? 1 : Integer.highestOneBit(count - 1) << 1;
  }

  static Delivery delivery(ResultSet row) throws SQLException {
    return Codec.read(new DeliveryId(row.getString(1)), row.getBytes(2), row.getBytes(3));
  }

  /** A delivery to be worked on; empty when it cannot be read, so that it holds up no other. */
  static Optional<Delivery> readable(ResultSet row) throws SQLException {
    try {
      return Optional.of(delivery(row));
    } catch (RuntimeException e) {
      log.error(
          "delivery {} cannot be read and is left where it is, for another version of this library"
              + " or of Java: {}",
          row.getString(1),
          e.getClass().getName());
      return Optional.empty();
    }
  }

  /** Deliveries by their identifiers; those that are gone are missing. */
  static Map<String, Delivery> deliveries(
      Connection connection, Database on, Collection<String> ids) throws SQLException {
    return deliveries(connection, on, ids, row -> Optional.of(delivery(row)));
  }

  /** Those of them that can be read. */
  static Map<String, Delivery> readable(Connection connection, Database on, Collection<String> ids)
      throws SQLException {
    return deliveries(connection, on, ids, Rows::readable);
  }

  private static Map<String, Delivery> deliveries(
      Connection connection, Database on, Collection<String> ids, Reader<Optional<Delivery>> reader)
      throws SQLException {
    Map<String, Delivery> found = new HashMap<>();
    if (!ids.isEmpty()) {
      List<String> wanted = List.copyOf(ids);
      String sql = DELIVERY + "d.id IN (" + places(wanted.size());
      list(connection, on.sql(sql + ")"), reader, filled(wanted)).stream()
          .flatMap(Optional::stream)
          .forEach(delivery -> found.put(delivery.id().value(), delivery));
    }
    return found;
  }
}
