package dev.shopbell.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** PostgreSQL 14 and later. */
final class Postgres extends Dialect {
  @Override
  Map<String, String> types() {
    return Map.of(
        "id", "varchar(26) COLLATE \"C\"",
        "name", "varchar(200) COLLATE \"C\"",
        "ref", "varchar(300) COLLATE \"C\"",
        "word", "varchar(64) COLLATE \"C\"",
        "text", "text",
        "int", "smallint",
        "long", "bigint",
        "bytes", "bytea",
        "table", " WITH (fillfactor = 80)",
        "hot", " WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01)");
  }

  @Override
  String now() {
    return "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)";
  }

  /** One statement for all rows, each column of values an array. */
  @Override
  boolean[] run(Connection connection, Database on, Bulk bulk, List<Object[]> rows)
      throws SQLException {
    boolean[] touched = new boolean[rows.size()];
    if (rows.isEmpty()) {
      return touched;
    }
    Set<String> ids = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(on.sql(bulk.all()))) {
      arrays(statement, bulk.types(), rows);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          ids.add(result.getString(1));
        }
      }
    }
    for (int i = 0; i < touched.length; i++) {
      touched[i] = ids.contains(rows.get(i)[bulk.idColumn()]);
    }
    return touched;
  }

  private static void arrays(PreparedStatement statement, List<String> types, List<Object[]> rows)
      throws SQLException {
    Connection connection = statement.getConnection();
    for (int column = 0; column < types.size(); column++) {
      int from = column;
      Stream<Object> values = rows.stream().map(row -> row[from]);
      Object[] array =
          types.get(column).equals("bytea") ? values.toArray(byte[][]::new) : values.toArray();
      statement.setArray(column + 1, connection.createArrayOf(types.get(column), array));
    }
  }

  @Override
  void insertAllNew(
      Connection connection, Database on, String table, List<String> columns, List<Object[]> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    String arrays = String.join(", ", Collections.nCopies(columns.size(), "?"));
    String sql =
        "INSERT INTO %s (%s) SELECT u.* FROM unnest(%s) u ON CONFLICT DO NOTHING"
            .formatted(table, String.join(", ", columns), arrays);
    try (PreparedStatement statement = connection.prepareStatement(on.sql(sql))) {
      arrays(statement, Collections.nCopies(columns.size(), "varchar"), rows);
      statement.executeUpdate();
    }
  }

  @Override
  void beginLosable(Connection connection) throws SQLException {
    begin(connection);
    run(connection, "SET LOCAL synchronous_commit = off");
  }

  @Override
  String insertNew(String table, List<String> columns) {
    return "INSERT INTO " + table + values(columns) + " ON CONFLICT DO NOTHING";
  }
}
