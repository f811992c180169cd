package dev.shopbell.jdbc;

import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import dev.shopbell.notice.DeliveryId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Takes old deliveries out. Their identifiers sort by when they were sent, and nothing ends before
 * it is sent: so those that were sent recently need not be looked at, and the others are walked
 * through in their order, a batch a call, from where the last call stopped. No index of their ends
 * has to be kept up while they are sent.
 */
final class OldDeliveries {
  private static final String WALK =
      "SELECT id, progress FROM ~log WHERE id > ? AND id < ? ORDER BY id LIMIT ?";
  private static final String LOCK = "SELECT id FROM ~delivery WHERE id IN (";
  private static final String LOOK = "SELECT id, progress FROM ~log WHERE id IN (";
  private static final List<String> TABLES = List.of("~dead", "~log", "~delivery");

  private final Database database;
  private final Log log;
  private String from = "";

  private record Row(String id, Progress progress) {}

  OldDeliveries(Database database, Log log) {
    this.database = database;
    this.log = log;
  }

  synchronized Tidying.Looked takeOut(Retention retention, Instant now) {
    List<Row> rows = walk(retention, now);
    List<String> old =
        rows.stream().filter(row -> isOld(row, retention, now)).map(Row::id).toList();
    int gone = old.isEmpty() ? 0 : takeOut(old, retention, now);
    boolean more = rows.size() == retention.batch();
    from = more ? rows.get(rows.size() - 1).id() : "";
    return new Tidying.Looked(gone, more);
  }

  private List<Row> walk(Retention retention, Instant now) {
    Duration least =
        retention.ended().compareTo(retention.givenUp()) < 0
            ? retention.ended()
            : retention.givenUp();
    String to = DeliveryId.first(now.minus(least)).value();
    return database.read(
        "looking for old deliveries",
        connection ->
            Rows.list(
                connection, database.sql(WALK), OldDeliveries::read, from, to, retention.batch()));
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(row.getString(1), Codec.progress(row.getBytes(2)));
  }

  private static boolean isOld(Row row, Retention retention, Instant now) {
    DeliveryState state = row.progress().state();
    Duration age = state.isGivenUp() ? retention.givenUp() : retention.ended();
    return state != DeliveryState.PENDING && row.progress().due().isBefore(now.minus(age));
  }

  /** Looks again at each under a lock, since it may have been sent again meanwhile. */
  private int takeOut(List<String> ids, Retention retention, Instant now) {
    return database.transact(
        "taking out old deliveries",
        connection -> {
          int gone = 0;
          for (List<String> some : Rows.portions(ids)) {
            List<String> free = free(connection, LOCK, some, row -> row.getString(1));
            List<Row> old =
                free(connection, LOOK, free, OldDeliveries::read).stream()
                    .filter(row -> isOld(row, retention, now))
                    .toList();
            gone += old.isEmpty() ? 0 : delete(connection, old);
          }
          return gone;
        });
  }

  /** Those rows that nobody else has locked, which nobody else can lock from now on. */
  private <T> List<T> free(
      Connection connection, String sql, List<String> ids, Rows.Reader<T> reader)
      throws SQLException {
    String in = Rows.places(ids.size()) + ") ORDER BY id" + database.dialect().lockFree();
    return ids.isEmpty()
        ? List.of()
        : Rows.list(connection, database.sql(sql + in), reader, Rows.filled(ids));
  }

  private int delete(Connection connection, List<Row> old) throws SQLException {
    for (Row row : old) {
      log.unaccepted(connection, row.id(), row.progress());
    }
    List<Object[]> keys = old.stream().map(row -> new Object[] {row.id()}).toList();
    int gone = 0;
    for (String table : TABLES) {
      String sql = database.sql("DELETE FROM " + table + " WHERE id = ?");
      gone = Arrays.stream(Rows.batch(connection, sql, keys)).filter(count -> count == 1).sum();
    }
    return gone;
  }
}
