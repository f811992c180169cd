package dev.shopbell.jdbc;

import java.util.List;

/**
 * A statement that is run for many rows of values.
 *
 * @param one for one row, its values in their order
 * @param all for all rows at once, where the database takes a column of values as an array; a
 *     statement that is to tell which rows it touched gives their keys
 * @param idColumn which of the values is the identifier, the first of the keys
 * @param keys how many values from there on tell a row: two where the token of a claim is one
 * @param types of the columns of values
 */
record Bulk(String one, String all, int idColumn, int keys, List<String> types) {
  private static final String ID = "varchar";

  static final Bulk BEGIN =
      new Bulk(
          "UPDATE ~queue SET begun = 1 WHERE id = ? AND token = ? AND held > ~now",
          "UPDATE ~queue q SET begun = 1 FROM unnest(?, ?) u (id, token)"
              + " WHERE q.id = u.id AND q.token = u.token AND q.held > ~now"
              + " RETURNING q.id, u.token",
          0,
          2,
          List.of(ID, "bigint"));

  static final Bulk HOLD =
      new Bulk(
          "UPDATE ~queue SET held = ~now + ? WHERE id = ? AND token = ?",
          "UPDATE ~queue q SET held = ~now + u.lease FROM unnest(?, ?, ?) u (lease, id, token)"
              + " WHERE q.id = u.id AND q.token = u.token RETURNING q.id, u.token",
          1,
          2,
          List.of("bigint", ID, "bigint"));

  static final Bulk GIVE_BACK =
      new Bulk(
          "UPDATE ~queue SET held = 0, token = 0, begun = 0 WHERE id = ? AND token = ? AND begun <> 1",
          "UPDATE ~queue q SET held = 0, token = 0, begun = 0 FROM unnest(?, ?) u (id, token)"
              + " WHERE q.id = u.id AND q.token = u.token AND q.begun <> 1 RETURNING q.id, u.token",
          0,
          2,
          List.of(ID, "bigint"));

  static final Bulk END =
      new Bulk(
          "DELETE FROM ~queue WHERE id = ? AND token = ?",
          "DELETE FROM ~queue q USING unnest(?, ?) u (id, token)"
              + " WHERE q.id = u.id AND q.token = u.token RETURNING q.id, u.token",
          0,
          2,
          List.of(ID, "bigint"));

  static final Bulk LATER =
      new Bulk(
          "UPDATE ~queue SET token = 0, held = 0, begun = 0, lapses = 0, due = ~now + ? WHERE id = ? AND token = ?",
          "UPDATE ~queue q SET token = 0, held = 0, begun = 0, lapses = 0, due = ~now + u.wait"
              + " FROM unnest(?, ?, ?) u (wait, id, token)"
              + " WHERE q.id = u.id AND q.token = u.token RETURNING q.id, u.token",
          1,
          2,
          List.of("bigint", ID, "bigint"));

  static final Bulk LOG =
      new Bulk(
          "INSERT INTO ~log (id, state, progress) VALUES (?, ?, ?) ON CONFLICT (id)"
              + " DO UPDATE SET state = excluded.state, progress = excluded.progress",
          "INSERT INTO ~log (id, state, progress) SELECT u.* FROM unnest(?, ?, ?) u ON CONFLICT (id)"
              + " DO UPDATE SET state = excluded.state, progress = excluded.progress RETURNING id",
          0,
          1,
          List.of(ID, "varchar", "bytea"));

  static final Bulk DELIVERY =
      new Bulk(
          "INSERT INTO ~delivery (id, store, recipient, type, about, body)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
          "INSERT INTO ~delivery (id, store, recipient, type, about, body)"
              + " SELECT u.* FROM unnest(?, ?, ?, ?, ?, ?) u RETURNING id",
          0,
          1,
          List.of(ID, ID, ID, ID, ID, "bytea"));

  static final Bulk QUEUE =
      new Bulk(
          "INSERT INTO ~queue (id, lane, store, due, held, token, begun, lapses)"
              + " VALUES (?, ?, ?, ~now + ?, 0, 0, 0, 0)",
          "INSERT INTO ~queue (id, lane, store, due, held, token, begun, lapses)"
              + " SELECT u.id, u.lane, u.store, ~now + u.wait, 0, 0, 0, 0"
              + " FROM unnest(?, ?, ?, ?) u (id, lane, store, wait) RETURNING id",
          0,
          1,
          List.of(ID, "integer", ID, "bigint"));

  /** The same in another database's words, for one row. */
  Bulk with(String one) {
    return new Bulk(one, all, idColumn, keys, types);
  }
}
