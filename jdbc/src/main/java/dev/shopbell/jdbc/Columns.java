package dev.shopbell.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Rows as PostgreSQL takes them all at once: an array for each column of values. */
final class Columns {
  private Columns() {}

  /** Sets the columns from that place of the statement on. */
  static void set(PreparedStatement statement, int place, List<String> types, List<Object[]> rows)
      throws SQLException {
    Connection connection = statement.getConnection();
    for (int column = 0; column < types.size(); column++) {
      String type = types.get(column);
      Object[] array = array(type, rows.size());
      for (int row = 0; row < array.length; row++) {
        array[row] = rows.get(row)[column];
      }
      statement.setArray(place + column, connection.createArrayOf(type, array));
    }
  }

  /** The driver sends arrays of these very types as octets, and others as text. */
  private static Object[] array(String type, int length) {
    return switch (type) {
      case "bytea" -> new byte[length][];
      case "bigint" -> new Long[length];
      case "integer" -> new Integer[length];
      default -> new String[length];
    };
  }
}
