package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A claim reads indexes alone, however long the queue is and whatever the database knows of it. A
 * long run has {@code -Doutbox.rows=1000000}.
 */
@Timeout(600)
class ClaimPlanTest {
  private static final int FEW = 1_000;
  private static final int MANY = Integer.getInteger("outbox.rows", 50_000);
  private static final int MOST = 64;
  private static final Pattern BUFFERS = Pattern.compile("shared hit=(\\d+)(?: read=(\\d+))?");

  /** By so many levels the indexes of a long table may be higher; a row is looked up in three. */
  private static final int LEVELS = 2;

  @TempDir Path folder;

  private static List<String> lines(Connection connection, String sql, Object... values)
      throws SQLException {
    return Rows.list(
        connection,
        sql,
        row -> {
          StringBuilder line = new StringBuilder();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            line.append(row.getMetaData().getColumnLabel(i)).append('=');
            line.append(row.getString(i)).append(' ');
          }
          return line.toString();
        },
        values);
  }

  private static String sql(Dialect dialect, String text) {
    return text.replace("~now", dialect.now()).replace("~", "shopbell_");
  }

  /** Rows whose identifiers begin with a letter for each filling, three stores, some with a log. */
  private static void fill(String url, String letter, int rows, String numbers)
      throws SQLException {
    String text =
        url.startsWith("jdbc:sqlite:")
            ? "'" + letter + "' || (n + 1000000)"
            : "concat('" + letter + "', n + 1000000)";
    String from = numbers.replace("%d", Integer.toString(rows));
    String store = url.startsWith("jdbc:sqlite:") ? "'s' || (n % 3)" : "concat('s', n % 3)";
    String body = "'" + "x".repeat(300) + "'";
    try (Connection connection = Places.connect(url)) {
      connection.setAutoCommit(false);
      String into = "INSERT INTO shopbell_";
      Dialect.run(
          connection,
          into + "delivery SELECT " + text + ", 'tea', 'ann', 't', 'a', " + body + " " + from);
      Dialect.run(
          connection, into + "queue SELECT " + text + ", 0, " + store + ", n, 0, 0, 0, 0 " + from);
      Dialect.run(
          connection,
          into + "log SELECT " + text + ", 'PENDING', 0, 'x' " + from + " WHERE n % 4 = 0");
      connection.commit();
    }
  }

  @Test
  void aClaimOnPostgresTouchesAsMuchOfALongQueueAsOfAShortOne() throws Exception {
    String url = Places.postgres();
    Places.open(url).close();
    String numbers = "FROM generate_series(1, %d) g (n)";
    try (Connection connection = Places.connect(url)) {
      for (String table : List.of("queue", "delivery", "log")) {
        String off = "ALTER TABLE shopbell_%s SET (autovacuum_enabled = false)";
        Dialect.run(connection, off.formatted(table));
      }
      List<Integer> touched = new ArrayList<>();
      for (String letter : List.of("A", "B")) {
        fill(url, letter, letter.equals("A") ? FEW : MANY, numbers);
        touched.add(touched(connection));
        Dialect.run(connection, "ANALYZE");
        touched.add(touched(connection));
      }
      assertThat(Collections.max(touched)).as("%s", touched).isLessThan(24 * MOST);
      int higher = 3 * LEVELS * MOST;
      assertThat(touched.get(3)).as("%s", touched).isLessThanOrEqualTo(touched.get(1) + higher);
    }
  }

  /** The pages of a claim that is rolled back, after the plan was looked at. */
  private static int touched(Connection connection) throws SQLException {
    Postgres postgres = new Postgres();
    String explain = "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ";
    String take =
        sql(postgres, Postgres.TAKE)
            .replaceFirst("\\?, \\?, \\?", "ARRAY['s0','s1','s2'], ARRAY[0,0,0], ARRAY[21,21,22]");
    String heads = sql(postgres, Postgres.HEADS);
    connection.setAutoCommit(false);
    Dialect.run(connection, Postgres.LOSABLE);
    List<String> found = new ArrayList<>(lines(connection, explain + heads, 0, "", 0, 200));
    List<String> taking = lines(connection, explain + take, 0, 60_000L, 7L, 0);
    connection.rollback();
    connection.setAutoCommit(true);
    found.addAll(taking);
    assertThat(found)
        .noneMatch(line -> line.contains("Seq Scan"))
        .anyMatch(l -> l.contains("_turn"));
    return taking.stream().flatMap(line -> pages(line).stream()).findFirst().orElseThrow();
  }

  private static Optional<Integer> pages(String line) {
    Matcher buffers = BUFFERS.matcher(line);
    return buffers.find()
        ? Optional.of(
            Integer.parseInt(buffers.group(1))
                + Integer.parseInt(Optional.ofNullable(buffers.group(2)).orElse("0")))
        : Optional.empty();
  }

  /** The steps of a claim, each with its values. */
  private record Step(String sql, List<?> values) {}

  private static List<String> ids() {
    return IntStream.range(0, MOST).mapToObj(i -> "A" + (1_000_001 + i)).toList();
  }

  private static List<Step> steps(Dialect dialect, Step... due) {
    List<Object> leased = new ArrayList<>(List.of(60_000L, 7L, 0));
    leased.addAll(ids());
    String in = Rows.places(MOST) + ")";
    List<Step> steps = new ArrayList<>(List.of(due));
    steps.add(new Step(sql(dialect, Dialect.NEXT), List.of(0, "s1")));
    String lease = "UPDATE ~queue" + dialect.byKey() + Taking.LEASE + in;
    steps.add(new Step(sql(dialect, lease), leased));
    steps.add(new Step(sql(dialect, Rows.DELIVERY + "d.id IN (" + in), ids()));
    return steps;
  }

  private static List<Step> ofSqlite() {
    Dialect dialect = new Sqlite();
    return steps(dialect, new Step(sql(dialect, Taking.DUE), List.of(0, "s1", 0L, MOST)));
  }

  private static List<Step> ofMariaDb() {
    Dialect dialect = MariaDb.mariadb();
    String due = MariaDb.DUE + MariaDb.FIRST + " UNION ALL " + MariaDb.DUE + MariaDb.FIRST;
    String free = MariaDb.FREE + Rows.places(MOST) + ")" + dialect.lockFree();
    return steps(
        dialect,
        new Step(sql(dialect, due), List.of(0, "s1", 0L, MOST, 0, "s2", 0L, MOST)),
        new Step(sql(dialect, free), ids()));
  }

  @Test
  void aClaimOnSqliteSearchesIndexes() throws Exception {
    String url = Places.sqlite(folder);
    Places.open(url).close();
    String numbers =
        "FROM (WITH RECURSIVE g (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < %d)"
            + " SELECT n FROM g)";
    for (String letter : List.of("A", "B")) {
      fill(url, letter, letter.equals("A") ? FEW : MANY, numbers);
      try (Connection connection = Places.connect(url)) {
        searches(connection);
        Dialect.run(connection, "ANALYZE");
      }
      try (Connection connection = Places.connect(url)) {
        searches(connection);
      }
    }
  }

  private static void searches(Connection connection) throws SQLException {
    for (Step step : ofSqlite()) {
      assertThat(lines(connection, "EXPLAIN QUERY PLAN " + step.sql(), step.values().toArray()))
          .as(step.sql())
          .noneMatch(line -> line.contains("SCAN"))
          .anyMatch(line -> line.contains("SEARCH"));
    }
  }

  @Test
  @Tag("mariadb")
  void aClaimOnMariaDbReadsRangesOfIndexes() throws Exception {
    String url = Places.mariaDb();
    Places.open(url).close();
    for (String letter : List.of("A", "B")) {
      int rows = letter.equals("A") ? FEW : MANY;
      fill(url, letter, rows, "FROM (SELECT seq AS n FROM seq_1_to_%d) g");
      try (Connection connection = Places.connect(url)) {
        ranges(connection);
        Dialect.run(connection, "ANALYZE TABLE shopbell_queue, shopbell_delivery, shopbell_log");
        ranges(connection);
      }
    }
  }

  /** Where the server itself counts what it read without an index. */
  private static void ranges(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    for (Step step : ofMariaDb()) {
      assertThat(lines(connection, "EXPLAIN " + step.sql(), step.values().toArray()))
          .as(step.sql())
          .filteredOn(line -> !line.contains("<union"))
          .noneMatch(line -> line.contains("type=ALL ") || line.contains("type=index "));
    }
    connection.rollback();
    connection.setAutoCommit(true);
  }
}
