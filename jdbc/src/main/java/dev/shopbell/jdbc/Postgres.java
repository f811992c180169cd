package dev.shopbell.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL 14 and later. */
final class Postgres extends Dialect {
  private static final List<String> WANT = List.of("varchar", "bigint", "integer");
  private static final String BY_INDEX = "SET LOCAL enable_seqscan = off";
  static final String LOSABLE = "SET LOCAL synchronous_commit = off; " + BY_INDEX;
  static final String HEADS =
      """
      WITH RECURSIVE heads (store, due, n) AS (
        (SELECT q.store, q.due, 1 FROM ~queue q WHERE q.lane = ? AND q.store > ?
          ORDER BY q.store, q.due LIMIT 1)
        UNION ALL
        SELECT f.store, f.due, n + 1 FROM heads CROSS JOIN LATERAL (
          SELECT q.store, q.due FROM ~queue q WHERE q.lane = ? AND q.store > heads.store
          ORDER BY q.store, q.due LIMIT 1) f
        WHERE n < ?)
      SELECT heads.store, heads.due - ~now, heads.due FROM heads
      """;
  static final String TAKE =
      """
      WITH t AS MATERIALIZED (
        SELECT r.id, r.due FROM unnest(?, ?, ?) s (store, since, most)
        CROSS JOIN LATERAL (
          SELECT q.id, q.due FROM ~queue q
          WHERE q.lane = ? AND q.store = s.store AND q.due >= s.since AND q.due <= ~now
            AND q.held <= ~now
          ORDER BY q.due LIMIT s.most FOR UPDATE SKIP LOCKED) r),
      c AS (
        UPDATE ~queue q SET held = ~now + ?, token = ?,
          begun = CASE WHEN begun = 1 THEN 1 ELSE ? END,
          lapses = CASE WHEN token = 0 OR begun = 1 THEN lapses ELSE lapses + 1 END
        WHERE q.id = ANY(ARRAY(SELECT t.id FROM t)) RETURNING q.id, q.store, q.begun, q.lapses)
      SELECT c.id,
        (SELECT d.body FROM ~delivery d WHERE d.id = c.id),
        (SELECT l.progress FROM ~log l WHERE l.id = c.id),
        c.store, t.due, c.begun, c.lapses
      FROM c JOIN t ON t.id = c.id ORDER BY c.store, t.due, c.id
      """;

  @Override
  Map<String, String> types() {
    return Map.of(
        "id",
        "varchar(26) COLLATE \"C\"",
        "name",
        "varchar(200) COLLATE \"C\"",
        "ref",
        "varchar(300) COLLATE \"C\"",
        "word",
        "varchar(64) COLLATE \"C\"",
        "text",
        "text",
        "int",
        "smallint",
        "long",
        "bigint",
        "bytes",
        "bytea",
        "table",
        "",
        "hot",
        " WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.01,"
            + " autovacuum_vacuum_cost_delay = 0)");
  }

  @Override
  String now() {
    return "CAST(extract(epoch FROM statement_timestamp()) * 1000 AS bigint)";
  }

  /** One statement for all rows, each column of values an array. */
  @Override
  boolean[] run(Connection connection, Database on, Bulk bulk, List<Object[]> rows)
      throws SQLException {
    boolean[] touched = new boolean[rows.size()];
    if (rows.isEmpty()) {
      return touched;
    }
    Set<List<Object>> found = new HashSet<>();
    int keys = bulk.keys();
    try (PreparedStatement statement = connection.prepareStatement(on.sql(bulk.all()))) {
      Columns.set(statement, 1, bulk.types(), rows);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          found.add(
              keys == 1
                  ? List.of(result.getString(1))
                  : List.of(result.getString(1), result.getLong(2)));
        }
      }
    }
    for (int i = 0; i < touched.length; i++) {
      int id = bulk.idColumn();
      touched[i] = found.contains(Arrays.asList(rows.get(i)).subList(id, id + keys));
    }
    return touched;
  }

  /** One statement, and so one way to the database and back. */
  @Override
  boolean store(Connection connection, Database on, Notices notices) throws SQLException {
    return PostgresStoring.one(connection, on, notices);
  }

  @Override
  boolean storesAtOnce() {
    return true;
  }

  @Override
  boolean storesTogether() {
    return true;
  }

  @Override
  List<Boolean> storeTogether(Connection connection, Database on, List<Notices> all)
      throws SQLException {
    return PostgresStoring.together(connection, on, all);
  }

  /** In one statement. */
  @Override
  List<Head> heads(Connection connection, Database on, int lane, String after, int most)
      throws SQLException {
    return Rows.list(connection, on.sql(HEADS), Head::read, lane, after, lane, most);
  }

  /** In one statement, in which each look at a table is one at its index for one row. */
  @Override
  List<Taken> take(Connection connection, Database on, Taking taking) throws SQLException {
    List<Object[]> wants =
        taking.wants().stream()
            .map(want -> new Object[] {want.store(), want.from(), want.most()})
            .toList();
    try (PreparedStatement statement = connection.prepareStatement(on.sql(TAKE))) {
      Columns.set(statement, 1, WANT, wants);
      statement.setInt(4, taking.lane());
      statement.setLong(5, taking.lease());
      statement.setLong(6, taking.token());
      statement.setInt(7, taking.begun());
      List<Taken> taken = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taken(rows).ifPresent(taken::add);
        }
      }
      return taken;
    }
  }

  private static Optional<Taken> taken(ResultSet row) throws SQLException {
    String store = row.getString(4);
    long due = row.getLong(5);
    boolean begun = row.getInt(6) == Taking.BEGUN;
    int lapses = row.getInt(7);
    return Rows.readable(row).map(read -> new Taken(store, due, begun, lapses, read));
  }

  @Override
  void insertAllNew(
      Connection connection, Database on, String table, List<String> columns, List<Object[]> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
    String sql =
        "INSERT INTO %s (%s) SELECT u.* FROM unnest(%s) u ON CONFLICT DO NOTHING"
            .formatted(table, String.join(", ", columns), places);
    try (PreparedStatement statement = connection.prepareStatement(on.sql(sql))) {
      Columns.set(statement, 1, Collections.nCopies(columns.size(), "varchar"), rows);
      statement.executeUpdate();
    }
  }

  /**
   * Without scans: a plan that is kept from when the queue was short must not read a long one, nor
   * lock rows as they lie instead of by their identifiers.
   */
  @Override
  void begin(Connection connection) throws SQLException {
    super.begin(connection);
    run(connection, BY_INDEX);
  }

  @Override
  void beginLosable(Connection connection) throws SQLException {
    super.begin(connection);
    run(connection, LOSABLE);
  }

  @Override
  String insertNew(String table, List<String> columns) {
    return "INSERT INTO " + table + values(columns) + " ON CONFLICT DO NOTHING";
  }
}
