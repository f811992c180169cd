package dev.shopbell.jdbc;

import dev.shopbell.delivery.Delivery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be taken of one lane.
 *
 * @param wants of which stores, and how many
 * @param lease for how long, in milliseconds
 * @param token by whom
 * @param unmarked whether an attempt may be made without a mark
 */
record Taking(int lane, List<Want> wants, long lease, long token, boolean unmarked) {
  /** What the queue says of an attempt. */
  static final int UNBEGUN = 0;

  static final int BEGUN = 1;
  static final int MAY_HAVE_BEGUN = 2;

  static final String DUE =
      "SELECT id, begun, due, token, lapses FROM ~queue WHERE lane = ? AND store = ? AND due >= ?"
          + " AND due <= ~now AND held <= ~now ORDER BY due LIMIT ?";
  static final String LEASE =
      " SET lapses = CASE WHEN token = 0 OR begun = 1 THEN lapses ELSE lapses + 1 END,"
          + " held = ~now + ?, token = ?, begun = CASE WHEN begun = 1 THEN 1 ELSE ? END"
          + " WHERE id IN (";

  /** A store, from which time on what is due of it is looked for, and at most how many. */
  record Want(String store, long from, int most) {}

  /** What was found due, and is locked. */
  record Row(String store, String id, boolean begun, long due, int lapses) {
    static Row read(String store, ResultSet row) throws SQLException {
      boolean begun = row.getInt(2) == BEGUN;
      boolean lapsed = row.getLong(4) != 0 && !begun;
      int lapses = row.getInt(5) + (lapsed ? 1 : 0);
      return new Row(store, row.getString(1), begun, row.getLong(3), lapses);
    }

    Taken taken(Delivery delivery) {
      return new Taken(store, due, begun, lapses, delivery);
    }
  }

  /** What becomes of one that had not begun. */
  int begun() {
    return unmarked ? MAY_HAVE_BEGUN : UNBEGUN;
  }

  /** Takes in steps that every database knows: what is due of each store, the lease, the rest. */
  List<Taken> inSteps(Connection connection, Database on) throws SQLException {
    List<Row> rows = new ArrayList<>();
    for (Want want : wants) {
      rows.addAll(due(connection, on, want));
    }
    return held(connection, on, rows);
  }

  /** Leases what is locked, and reads the rest of it. */
  List<Taken> held(Connection connection, Database on, List<Row> rows) throws SQLException {
    List<String> ids = rows.stream().map(Row::id).toList();
    lease(connection, on, ids);
    Map<String, Delivery> deliveries = Rows.readable(connection, on, ids);
    return rows.stream()
        .flatMap(row -> Optional.ofNullable(deliveries.get(row.id())).map(row::taken).stream())
        .toList();
  }

  private List<Row> due(Connection connection, Database on, Want want) throws SQLException {
    return Rows.list(
        connection,
        on.sql(DUE) + on.dialect().lockFree(),
        row -> Row.read(want.store(), row),
        lane,
        want.store(),
        want.from(),
        want.most());
  }

  private void lease(Connection connection, Database on, List<String> ids) throws SQLException {
    if (!ids.isEmpty()) {
      Object[] places = Rows.filled(ids);
      Object[] values = new Object[places.length + 3];
      values[0] = lease;
      values[1] = token;
      values[2] = begun();
      System.arraycopy(places, 0, values, 3, places.length);
      Rows.update(
          connection,
          on.sql("UPDATE ~queue" + on.dialect().byKey() + LEASE + Rows.places(ids.size()) + ")"),
          values);
    }
  }
}
