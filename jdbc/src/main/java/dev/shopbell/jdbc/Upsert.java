package dev.shopbell.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a row in place of the one with its key.
 *
 * @param table which
 * @param values its other columns
 * @param key the columns of its key
 */
record Upsert(String table, List<String> values, List<String> key) {
  /** In a transaction; the values first, then those of the key. */
  void run(Connection connection, Database on, Object... row) throws SQLException {
    if (!updated(connection, on, row) && !inserted(connection, on, row)) {
      updated(connection, on, row);
    }
  }

  private boolean updated(Connection connection, Database on, Object... row) throws SQLException {
    String sql = "UPDATE %s SET %s WHERE %s".formatted(table, set(", ", values), set(" AND ", key));
    return Rows.update(connection, on.sql(sql), row) > 0;
  }

  private static String set(String between, List<String> columns) {
    return columns.stream().map(column -> column + " = ?").collect(Collectors.joining(between));
  }

  private boolean inserted(Connection connection, Database on, Object... row) throws SQLException {
    List<String> columns = Stream.concat(values.stream(), key.stream()).toList();
    return inserted(connection, on, table, columns, row);
  }

  /** Inserts a row, unless one with its key is there. */
  static boolean inserted(
      Connection connection, Database on, String table, List<String> columns, Object... row)
      throws SQLException {
    String sql = on.sql(on.dialect().insertNew(table, columns));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      Rows.set(insert, row);
      return on.dialect().inserted(insert);
    }
  }
}
