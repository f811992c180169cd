package dev.shopbell.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes old rows out, a batch of each kind at a time. Keys and reports are found by their age;
 * deliveries, whose rows have no age but in their identifier, by {@link OldDeliveries}. What is
 * found is taken out in the order of its keys: machines that tidy at once wait in no circle.
 */
final class Tidying {
  private static final String NAMES =
      "SELECT store, name, deliveries FROM ~name WHERE at < ? ORDER BY at LIMIT ?";
  private static final String RECEIPTS =
      "SELECT provider, ref FROM ~receipt WHERE kept < ? AND kept > ? ORDER BY kept LIMIT ?";
  private static final String BOUNCES =
      "SELECT store, address, cause FROM ~soft_bounce WHERE at < ? AND at > ? ORDER BY at LIMIT ?";
  private static final Comparator<List<String>> IN_ORDER =
      Comparator.comparing(key -> String.join("\n", key));
  private static final String PENDING = "SELECT id FROM ~queue WHERE id IN (";

  private final Database database;
  private final OldDeliveries deliveries;

  /** How many rows of a kind went, and whether there may be more to look at. */
  record Looked(int gone, boolean more) {}

  private record Name(List<String> key, List<String> deliveries) {}

  Tidying(Database database, Log log) {
    this.database = database;
    this.deliveries = new OldDeliveries(database, log);
  }

  Tidied tidy(Retention retention) {
    Instant now = now();
    int batch = retention.batch();
    Looked sent = deliveries.takeOut(retention, now);
    Looked names = names(now.minus(retention.names()), batch);
    Instant since = now.minus(retention.reports());
    String receipts = "DELETE FROM ~receipt WHERE provider = ? AND ref = ?";
    String bounces = "DELETE FROM ~soft_bounce WHERE store = ? AND address = ? AND cause = ?";
    int late = takeOut(RECEIPTS, receipts, 2, since, batch);
    int soft = takeOut(BOUNCES, bounces, 3, since, batch);
    boolean more = sent.more() || names.more() || late == batch || soft == batch;
    return new Tidied(sent.gone(), names.gone(), late + soft, more);
  }

  private Instant now() {
    return database.read(
        "asking for the time",
        connection ->
            Instant.ofEpochMilli(
                Rows.list(connection, database.sql("SELECT ~now"), row -> row.getLong(1)).get(0)));
  }

  /** The keys of what is pending begin a new time; the others go. */
  private Looked names(Instant before, int batch) {
    return database.transact(
        "taking out old keys",
        connection -> {
          List<Name> old = old(connection, before, batch);
          old.sort(Comparator.comparing(Name::key, IN_ORDER));
          Set<String> pending = pending(connection, old);
          Predicate<Name> kept = name -> name.deliveries().stream().anyMatch(pending::contains);
          List<Object[]> gone = old.stream().filter(kept.negate()).map(Tidying::values).toList();
          List<Object[]> stay = old.stream().filter(kept).map(Tidying::values).toList();
          String again = "UPDATE ~name SET at = ~now WHERE store = ? AND name = ?";
          Rows.batch(connection, database.sql(again), stay);
          String delete = "DELETE FROM ~name WHERE store = ? AND name = ?";
          return new Looked(
              count(Rows.batch(connection, database.sql(delete), gone)), old.size() == batch);
        });
  }

  private static Object[] values(Name name) {
    return name.key().toArray();
  }

  private List<Name> old(Connection connection, Instant before, int batch) throws SQLException {
    return Rows.list(
        connection,
        database.sql(NAMES),
        row -> new Name(key(row, 2), split(row.getString(3))),
        before.toEpochMilli(),
        batch);
  }

  private static List<String> split(String ids) {
    return ids.isEmpty() ? List.of() : Arrays.asList(ids.split(",", -1));
  }

  private Set<String> pending(Connection connection, List<Name> names) throws SQLException {
    List<String> ids = names.stream().flatMap(name -> name.deliveries().stream()).toList();
    Set<String> pending = new HashSet<>();
    for (List<String> some : Rows.portions(ids)) {
      String sql = database.sql(PENDING + Rows.places(some.size()) + ")");
      pending.addAll(Rows.list(connection, sql, row -> row.getString(1), Rows.filled(some)));
    }
    return pending;
  }

  /** A receipt that was taken has its time below zero. */
  private int takeOut(String find, String delete, int columns, Instant before, int batch) {
    return database.transact(
        "taking out old reports",
        connection -> {
          List<List<String>> keys =
              Rows.list(
                  connection,
                  database.sql(find),
                  row -> key(row, columns),
                  before.toEpochMilli(),
                  -before.toEpochMilli(),
                  batch);
          keys.sort(IN_ORDER);
          List<Object[]> rows = keys.stream().map(List::toArray).toList();
          return count(Rows.batch(connection, database.sql(delete), rows));
        });
  }

  private static List<String> key(ResultSet row, int columns) throws SQLException {
    List<String> key = new ArrayList<>();
    for (int column = 1; column <= columns; column++) {
      key.add(row.getString(column));
    }
    return key;
  }

  private static int count(int[] counts) {
    return (int) Arrays.stream(counts).filter(count -> count == 1).count();
  }
}
