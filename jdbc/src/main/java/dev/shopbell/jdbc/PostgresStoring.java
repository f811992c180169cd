package dev.shopbell.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Stores in one statement on PostgreSQL: names, deliveries, their turns. Where several senders
 * share it, a wait for a key that somebody's open transaction has taken is ended soon, so that the
 * others do not wait with it.
 */
final class PostgresStoring {
  private static final Object[] NO_NAME = {};
  private static final String TEXT = "varchar";
  private static final List<String> NAME = List.of(TEXT, TEXT, TEXT, TEXT, "bigint");
  private static final List<String> DELIVERY = marked(Bulk.DELIVERY.types());
  private static final List<String> QUEUE = marked(Bulk.QUEUE.types());
  private static final Comparator<Object[]> BY_KEY =
      Comparator.<Object[], String>comparing(row -> (String) row[0])
          .thenComparing(row -> (String) row[1]);
  private static final String STORE =
      """
      WITH d AS (
        INSERT INTO ~delivery (id, store, recipient, type, about, body)
        SELECT u.* FROM unnest(?, ?, ?, ?, ?, ?) u),
      q AS (
        INSERT INTO ~queue (id, lane, store, due, held, token, begun, lapses)
        SELECT u.id, u.lane, u.store, ~now + u.wait, 0, 0, 0, 0
        FROM unnest(?, ?, ?, ?) u (id, lane, store, wait))
      SELECT 1
      """;
  private static final String STORE_NAMED =
      """
      WITH n AS (
        INSERT INTO ~name (store, name, fingerprint, deliveries, at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING RETURNING 1),
      d AS (
        INSERT INTO ~delivery (id, store, recipient, type, about, body)
        SELECT u.* FROM unnest(?, ?, ?, ?, ?, ?) u WHERE EXISTS (SELECT 1 FROM n)),
      q AS (
        INSERT INTO ~queue (id, lane, store, due, held, token, begun, lapses)
        SELECT u.id, u.lane, u.store, ~now + u.wait, 0, 0, 0, 0
        FROM unnest(?, ?, ?, ?) u (id, lane, store, wait) WHERE EXISTS (SELECT 1 FROM n))
      SELECT count(*) FROM n
      """;
  private static final String STORE_TOGETHER =
      """
      WITH n AS (
        INSERT INTO ~name (store, name, fingerprint, deliveries, at)
        SELECT u.store, u.name, u.fingerprint, u.deliveries, u.at
        FROM (SELECT set_config('lock_timeout', '50', true)) w,
          unnest(?, ?, ?, ?, ?) u (store, name, fingerprint, deliveries, at)
        ON CONFLICT DO NOTHING RETURNING deliveries),
      k AS MATERIALIZED (SELECT array_agg(deliveries) AS marks FROM n),
      d AS (
        INSERT INTO ~delivery (id, store, recipient, type, about, body)
        SELECT u.id, u.store, u.recipient, u.type, u.about, u.body
        FROM unnest(?, ?, ?, ?, ?, ?, ?) u (id, store, recipient, type, about, body, mark), k
        WHERE u.mark IS NULL OR u.mark = ANY(k.marks)),
      q AS (
        INSERT INTO ~queue (id, lane, store, due, held, token, begun, lapses)
        SELECT u.id, u.lane, u.store, ~now + u.wait, 0, 0, 0, 0
        FROM unnest(?, ?, ?, ?, ?) u (id, lane, store, wait, mark), k
        WHERE u.mark IS NULL OR u.mark = ANY(k.marks))
      SELECT deliveries FROM n
      """;

  private PostgresStoring() {}

  /** Stores notices unless their name is taken. */
  static boolean one(Connection connection, Database on, Notices notices) throws SQLException {
    String sql = notices.name().isPresent() ? STORE_NAMED : STORE;
    try (PreparedStatement statement = connection.prepareStatement(on.sql(sql))) {
      Object[] name = notices.name().orElse(NO_NAME);
      Rows.set(statement, name);
      Columns.set(statement, name.length + 1, Bulk.DELIVERY.types(), notices.deliveries());
      int turns = name.length + Bulk.DELIVERY.types().size() + 1;
      Columns.set(statement, turns, Bulk.QUEUE.types(), notices.turns());
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getInt(1) == 1;
      }
    }
  }

  /** Stores several senders' notices, names in one order on all nodes; of each whether it did. */
  static List<Boolean> together(Connection connection, Database on, List<Notices> all)
      throws SQLException {
    List<Object[]> names =
        all.stream().flatMap(notices -> notices.name().stream()).sorted(BY_KEY).toList();
    Set<String> stored = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(on.sql(STORE_TOGETHER))) {
      Columns.set(statement, 1, NAME, names);
      int deliveries = NAME.size() + 1;
      Columns.set(statement, deliveries, DELIVERY, marked(all, Notices::deliveries));
      Columns.set(statement, deliveries + DELIVERY.size(), QUEUE, marked(all, Notices::turns));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          stored.add(result.getString(1));
        }
      }
    }
    return all.stream().map(one -> one.name().isEmpty() || stored.contains(one.mark())).toList();
  }

  private static List<String> marked(List<String> types) {
    return Stream.concat(types.stream(), Stream.of(TEXT)).toList();
  }

  private static List<Object[]> marked(List<Notices> all, Function<Notices, List<Object[]>> rows) {
    List<Object[]> marked = new ArrayList<>();
    for (Notices notices : all) {
      for (Object[] row : rows.apply(notices)) {
        Object[] longer = Arrays.copyOf(row, row.length + 1);
        longer[row.length] = notices.mark();
        marked.add(longer);
      }
    }
    return marked;
  }
}
