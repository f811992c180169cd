package dev.shopbell.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * MariaDB 10.6 and later; MySQL 8 takes the same SQL. Texts are compared octet by octet, spaces at
 * their end too, which {@code utf8mb4_bin} passes over.
 */
final class MariaDb extends Dialect {
  private static final String MERGED =
      " ON DUPLICATE KEY UPDATE state = VALUES(state), progress = VALUES(progress)";
  private static final String BY_KEY = " FORCE INDEX (PRIMARY)";

  static final String DUE =
      "(SELECT id FROM ~queue WHERE lane = ? AND store = ? AND due >= ? AND due <= ~now"
          + " AND held <= ~now";
  static final String FIRST = " ORDER BY due LIMIT ?)";
  static final String FREE =
      "SELECT id, begun, due, token, lapses, store FROM ~queue"
          + BY_KEY
          + " WHERE due <= ~now AND held <= ~now AND id IN (";
  private static final String END =
      "DELETE q FROM JSON_TABLE(?, '$[*]'"
          + " COLUMNS (id char(26) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) u"
          + " STRAIGHT_JOIN ~queue q FORCE INDEX (PRIMARY) ON q.id = u.id";
  private static final String RUNNING = " AND held > ~now";
  private final String texts;
  private final String options;
  private final boolean isMySql;

  private MariaDb(String collation, boolean isMySql) {
    this.isMySql = isMySql;
    this.texts = " CHARACTER SET utf8mb4 COLLATE " + collation;
    this.options = " ENGINE = InnoDB" + texts + " ROW_FORMAT = DYNAMIC";
  }

  static MariaDb mariadb() {
    return new MariaDb("utf8mb4_nopad_bin", false);
  }

  static MariaDb mysql() {
    return new MariaDb("utf8mb4_0900_bin", true);
  }

  @Override
  Map<String, String> types() {
    return Map.of(
        "id", "char(26) CHARACTER SET ascii COLLATE ascii_bin",
        "name", "varchar(200)" + texts,
        "ref", "varchar(300)" + texts,
        "word", "varchar(64) CHARACTER SET ascii COLLATE ascii_bin",
        "text", "longtext CHARACTER SET ascii COLLATE ascii_bin",
        "int", "smallint",
        "long", "bigint",
        "bytes", "longblob",
        "table", options,
        "hot", options);
  }

  /** Without the session's time zone: {@code unix_timestamp(now(3))} is an hour off in autumn. */
  @Override
  String now() {
    return "(timestampdiff(microsecond, '1970-01-01', utc_timestamp(3)) DIV 1000)";
  }

  /** MySQL does not know it of indexes. */
  @Override
  String making(String statement) {
    return isMySql && statement.startsWith("CREATE INDEX ") ? statement : unlessThere(statement);
  }

  /** Of many keys at once it thinks a scan cheaper. */
  @Override
  String byKey() {
    return BY_KEY;
  }

  /** A caller's transaction is at REPEATABLE READ unless it says otherwise. */
  @Override
  String current() {
    return " LOCK IN SHARE MODE";
  }

  @Override
  String insertNew(String table, List<String> columns) {
    return "INSERT IGNORE INTO " + table + values(columns);
  }

  /**
   * A locking read by the index of turns would lock its entry first, and then wait for a row that
   * is held by its key, whatever it was told to skip. So what is due is looked up without locks, of
   * all stores at once, and locked by its key.
   */
  @Override
  List<Taken> take(Connection connection, Database on, Taking taking) throws SQLException {
    List<String> seen = new ArrayList<>(due(connection, on, taking, taking.wants(), List.of()));
    List<Taking.Row> rows = new ArrayList<>(free(connection, on, seen));
    if (rows.size() < seen.size()) {
      List<Taking.Want> left = taking.wants().stream().map(want -> left(want, rows)).toList();
      rows.addAll(free(connection, on, due(connection, on, taking, left, seen)));
    }
    rows.sort(Comparator.comparing(Taking.Row::due).thenComparing(Taking.Row::id));
    return taking.held(connection, on, rows);
  }

  private static Taking.Want left(Taking.Want want, List<Taking.Row> rows) {
    long taken = rows.stream().filter(row -> row.store().equals(want.store())).count();
    return new Taking.Want(want.store(), want.from(), want.most() - (int) taken);
  }

  /** What is due and not among those that another was quicker to lock. */
  private static List<String> due(
      Connection connection, Database on, Taking taking, List<Taking.Want> wants, List<String> seen)
      throws SQLException {
    List<Object> values = new ArrayList<>();
    List<Object> others = seen.isEmpty() ? List.of() : List.of(Rows.filled(seen));
    for (Taking.Want want : wants) {
      values.addAll(List.of(taking.lane(), want.store(), want.from()));
      values.addAll(others);
      values.add(want.most());
    }
    String but = seen.isEmpty() ? "" : " AND id NOT IN (" + Rows.places(seen.size()) + ")";
    String one = DUE + but + FIRST;
    String all = String.join(" UNION ALL ", Collections.nCopies(wants.size(), one));
    return Rows.list(connection, on.sql(all), row -> row.getString(1), values.toArray());
  }

  /** Locks those of them that nobody else has, nor has made due later meanwhile. */
  private List<Taking.Row> free(Connection connection, Database on, List<String> ids)
      throws SQLException {
    String sql = FREE + Rows.places(ids.size()) + ")" + lockFree();
    return ids.isEmpty()
        ? List.of()
        : Rows.list(
            connection,
            on.sql(sql),
            row -> Taking.Row.read(row.getString(6), row),
            Rows.filled(ids));
  }

  /** A batch is run row by row here; what there is much of goes in a statement for all. */
  @Override
  boolean[] run(Connection connection, Database on, Bulk bulk, List<Object[]> rows)
      throws SQLException {
    if (bulk.equals(Bulk.BEGIN)) {
      return ofHeld(connection, on, RUNNING, rows, ids -> begin(connection, on, ids));
    }
    if (bulk.equals(Bulk.END)) {
      return ofHeld(connection, on, "", rows, ids -> end(connection, on, ids));
    }
    return bulk.equals(Bulk.LOG)
        ? log(connection, on, rows)
        : super.run(connection, on, bulk, rows);
  }

  private interface Change {
    void of(List<String> ids) throws SQLException;
  }

  /** Locks in the order of the identifiers, and does it to those whose claim holds. */
  private static boolean[] ofHeld(
      Connection connection, Database on, String and, List<Object[]> rows, Change change)
      throws SQLException {
    boolean[] held = new boolean[rows.size()];
    if (rows.isEmpty()) {
      return held;
    }
    List<String> ids = rows.stream().map(row -> (String) row[0]).toList();
    String in = " WHERE id IN (" + Rows.places(ids.size()) + ")" + and;
    Map<String, Long> tokens = new HashMap<>();
    Rows.list(
        connection,
        on.sql("SELECT id, token FROM ~queue" + BY_KEY + in + " ORDER BY id FOR UPDATE"),
        row -> tokens.put(row.getString(1), row.getLong(2)),
        Rows.filled(ids));
    List<String> touched = new ArrayList<>();
    for (int i = 0; i < held.length; i++) {
      held[i] = rows.get(i)[1].equals(tokens.get(ids.get(i)));
      if (held[i]) {
        touched.add(ids.get(i));
      }
    }
    if (!touched.isEmpty()) {
      change.of(touched);
    }
    return held;
  }

  private static void begin(Connection connection, Database on, List<String> ids)
      throws SQLException {
    String in = " SET begun = 1 WHERE id IN (" + Rows.places(ids.size()) + ")";
    Rows.update(connection, on.sql("UPDATE ~queue" + BY_KEY + in), Rows.filled(ids));
  }

  /** A DELETE takes no word about indexes, and would wait for rows beside those of a list. */
  private static void end(Connection connection, Database on, List<String> ids)
      throws SQLException {
    Rows.update(connection, on.sql(END), "[\"" + String.join("\",\"", ids) + "\"]");
  }

  private static boolean[] log(Connection connection, Database on, List<Object[]> rows)
      throws SQLException {
    boolean[] touched = new boolean[rows.size()];
    Arrays.fill(touched, true);
    if (!rows.isEmpty()) {
      String values = String.join(", ", Collections.nCopies(rows.size(), "(?, ?, ?)"));
      String sql = "INSERT INTO ~log (id, state, progress) VALUES " + values + MERGED;
      Rows.update(connection, on.sql(sql), rows.stream().flatMap(Arrays::stream).toArray());
    }
    return touched;
  }

  /** Each of these is a way to the server and back, of which setting a connection takes two. */
  @Override
  void begin(Connection connection) throws SQLException {
    if (mustSetIsolation()) {
      run(connection, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    }
    run(connection, "START TRANSACTION");
  }

  @Override
  void commit(Connection connection) throws SQLException {
    run(connection, "COMMIT");
  }

  @Override
  void rollback(Connection connection) throws SQLException {
    run(connection, "ROLLBACK");
  }
}
