package dev.shopbell.benchmarks.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One table and nothing else: what the database itself can do. It has no key, no log, no lease; who
 * dies with a batch loses it or does it twice.
 */
final class Bare {
  private static final int BATCH = 500;
  private static final String TAKE =
      "DELETE FROM %1$s WHERE id IN (SELECT id FROM %1$s ORDER BY id LIMIT "
          + BATCH
          + " FOR UPDATE SKIP LOCKED) RETURNING body";

  private final Place place;
  private final Crew crew;
  private final String table;

  Bare(Place place, Crew crew) throws SQLException {
    this.place = place;
    this.crew = crew;
    this.table = place.prefix() + "bare";
    place.run("CREATE TABLE " + table + " (id varchar(26) PRIMARY KEY, body varchar(600))");
  }

  /** Inserts so many, each commit with that many. */
  int store(int rows, int commit) throws Exception {
    crew.times(rows / commit, () -> insert(commit));
    return rows;
  }

  private void insert(int rows) throws SQLException {
    try (Connection connection = place.source().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?)")) {
        for (int i = 0; i < rows; i++) {
          insert.setString(1, Samples.id().value());
          insert.setString(2, Samples.TEXT);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      connection.commit();
    }
  }

  /** Empties the table, so that nothing dead is left in it. */
  void clear() throws SQLException {
    place.empty(table);
  }

  /** Takes all rows out, a batch a transaction. PostgreSQL alone. */
  int drain() throws Exception {
    AtomicInteger drained = new AtomicInteger();
    crew.each(
        () -> {
          int taken = take();
          while (taken > 0) {
            drained.addAndGet(taken);
            taken = take();
          }
        });
    return drained.get();
  }

  private int take() throws SQLException {
    try (Connection connection = place.source().getConnection();
        PreparedStatement take = connection.prepareStatement(TAKE.formatted(table));
        ResultSet rows = take.executeQuery()) {
      int taken = 0;
      while (rows.next()) {
        taken += rows.getString(1).isEmpty() ? 0 : 1;
      }
      return taken;
    }
  }
}
