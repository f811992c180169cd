package dev.shopbell.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** H2 2.2 and later, for hosts who run it already. */
final class H2 extends Dialect {
  private static final int DUPLICATE_KEY = 23505;

  @Override
  Map<String, String> types() {
    return Map.of(
        "id", "char(26)",
        "name", "varchar(200)",
        "ref", "varchar(300)",
        "word", "varchar(64)",
        "text", "varchar(1000000)",
        "int", "smallint",
        "long", "bigint",
        "bytes", "blob",
        "table", "",
        "hot", "");
  }

  @Override
  String now() {
    return "CAST(extract(epoch FROM current_timestamp) * 1000 AS bigint)";
  }

  @Override
  String making(String statement) {
    return unlessThere(statement);
  }

  @Override
  String insertNew(String table, List<String> columns) {
    return "INSERT INTO " + table + values(columns);
  }

  @Override
  boolean inserted(PreparedStatement insert) throws SQLException {
    try {
      return super.inserted(insert);
    } catch (SQLException e) {
      if (e.getErrorCode() == DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  @Override
  void insertAllNew(
      Connection connection, Database on, String table, List<String> columns, List<Object[]> rows)
      throws SQLException {
    String sql = on.sql(insertNew(table, columns));
    for (Object[] row : rows) {
      try (PreparedStatement insert = connection.prepareStatement(sql)) {
        Rows.set(insert, row);
        inserted(insert);
      }
    }
  }

  /** With a delay of writing, what was committed is lost when the process is killed. */
  @Override
  List<String> dangers(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT setting_value FROM information_schema.settings"
                    + " WHERE setting_name = 'WRITE_DELAY'")) {
      boolean safe = row.next() && "0".equals(row.getString(1));
      return safe
          ? List.of()
          : List.of(
              "H2 writes commits up to half a second late and loses them when the process is"
                  + " killed: open it with ;WRITE_DELAY=0");
    }
  }

  @Override
  Bulk log() {
    return Bulk.LOG.with("MERGE INTO ~log (id, state, progress) KEY (id) VALUES (?, ?, ?)");
  }
}
