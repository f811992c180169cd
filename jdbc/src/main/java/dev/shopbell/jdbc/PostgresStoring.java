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
  private static final String TEXT = "varchar";
  private static final List<String> NAME = List.of(TEXT, TEXT, TEXT, TEXT, "bigint");
  private static final List<String> DELIVERY = marked(Bulk.DELIVERY.types());
  private static final List<String> QUEUE = marked(Bulk.QUEUE.types());
  private static final Comparator<Object[]> BY_KEY =
      Comparator.<Object[], String>comparing(row -> (String) row[0])
          .thenComparing(row -> (String) row[1]);
  private static final String ONE =
      """
      WITH d AS (
        INSERT INTO ~delivery (id, store, recipient, type, about, body) VALUES (?, ?, ?, ?, ?, ?))
      INSERT INTO ~queue (id, lane, store, due, held, token, begun, lapses)
      VALUES (?, ?, ?, ~now + ?, 0, 0, 0, 0)
      """;
  private static final String ONE_NAMED =
      """
      WITH n AS (
        INSERT INTO ~name (store, name, fingerprint, deliveries, at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING RETURNING 1),
      d AS (
        INSERT INTO ~delivery (id, store, recipient, type, about, body)
        SELECT ?, ?, ?, ?, ?, ? FROM n)
      INSERT INTO ~queue (id, lane, store, due, held, token, begun, lapses)
      SELECT ?, ?, ?, ~now + ?, 0, 0, 0, 0 FROM n
      """;
  private static final String ALL =
      """
      WITH n AS (
        INSERT INTO ~name (store, name, fingerprint, deliveries, at)
        SELECT u.store, u.name, u.fingerprint, u.deliveries, u.at
        FROM %sunnest(?, ?, ?, ?, ?) u (store, name, fingerprint, deliveries, at)
        ON CONFLICT DO NOTHING RETURNING split_part(deliveries, ',', 1) AS mark),
      k AS MATERIALIZED (SELECT array_agg(n.mark) AS marks FROM n),
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
      SELECT mark FROM n
      """;
  private static final String PATIENT = ALL.formatted("");
  private static final String IMPATIENT =
      ALL.formatted("(SELECT set_config('lock_timeout', '50', true)) w, ");

  private PostgresStoring() {}

  /** Stores a sender's notices unless their name is taken. */
  static boolean one(Connection connection, Database on, Notices notices) throws SQLException {
    if (notices.deliveries().size() != 1) {
      return all(connection, on, List.of(notices), PATIENT).get(0);
    }
    String sql = notices.name().isPresent() ? ONE_NAMED : ONE;
    Stream<Object[]> rows =
        Stream.of(notices.name().stream(), notices.deliveries().stream(), notices.turns().stream())
            .flatMap(Function.identity());
    return Rows.update(connection, on.sql(sql), rows.flatMap(Arrays::stream).toArray()) == 1;
  }

  /** Stores several senders' notices; of each whether it did. */
  static List<Boolean> together(Connection connection, Database on, List<Notices> all)
      throws SQLException {
    boolean waitsForNobody = all.size() == 1 && all.get(0).name().isEmpty();
    return waitsForNobody
        ? List.of(one(connection, on, all.get(0)))
        : all(connection, on, all, IMPATIENT);
  }

  /** Names in one order on all nodes: whoever waits for another's waits in no circle. */
  private static List<Boolean> all(
      Connection connection, Database on, List<Notices> all, String sql) throws SQLException {
    List<Object[]> names =
        all.stream().flatMap(notices -> notices.name().stream()).sorted(BY_KEY).toList();
    Set<String> stored = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(on.sql(sql))) {
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
