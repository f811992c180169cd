package dev.shopbell.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Whose turn it is in one lane; for many claims at once. The stores with something due are looked
 * for ten times a second, more often where that is quick, and when nobody is left: by hopping from
 * the head of one store's queue to the next along the index, however long these are. In between, a
 * store's queue is read on from where it was left, so that what is done and not yet swept out of
 * the index is passed over once.
 */
final class Turns {
  private static final long LOOK_NANOS = 100_000_000;
  private static final int LOOK_CLAIMS = 16;
  private static final int CLAIMS = 4;
  private static final int FEW = 8;
  private static final long LONGEST_WAIT_NANOS = 20_000_000;
  private static final int REST = 19;
  private static final long LONGEST_REST_NANOS = 300_000_000;
  private static final int MOST_STORES = 200;
  private static final int LATEST = 20;
  private static final int MOST_HELD = 1_000;
  private static final String WAIT =
      "SELECT min(f.free) - ~now FROM (SELECT CASE WHEN q.held > q.due THEN q.held ELSE q.due END"
          + " AS free FROM ~queue q WHERE q.lane = ? AND q.store = ? ORDER BY q.due LIMIT ?) f";

  private final Database database;
  private final int number;
  private final Map<String, Turn> waiting = new LinkedHashMap<>();
  private String last = "";
  private int out;
  private int claims;
  private long lookedAt = System.nanoTime() - LOOK_NANOS;
  private long lookTook;

  /** A store's turn, from a time on. */
  record Turn(String store, long from) {}

  Turns(Database database, int number) {
    this.database = database;
    this.number = number;
  }

  int number() {
    return number;
  }

  synchronized int size() {
    return waiting.size();
  }

  /** Makes ready for a claim; true when it looked for the stores anew. */
  synchronized boolean next(Connection connection) throws SQLException {
    claims++;
    awaitOthers();
    boolean looks = waiting.isEmpty() || isTime(System.nanoTime() - lookedAt);
    if (looks) {
      look(connection);
    }
    return looks;
  }

  /**
   * Where other claims have all the turns, they give them back sooner than a look would find them.
   */
  private void awaitOthers() {
    long until = System.nanoTime() + LONGEST_WAIT_NANOS;
    long left = LONGEST_WAIT_NANOS;
    try {
      while (waiting.isEmpty() && out > 0 && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = until - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isTime(long since) {
    return since >= Math.min(REST * lookTook, LONGEST_REST_NANOS)
        && (since >= LOOK_NANOS || claims >= LOOK_CLAIMS);
  }

  /** Looks for the stores with something due. */
  synchronized void look(Connection connection) throws SQLException {
    long from = System.nanoTime();
    waiting.clear();
    List<Head> heads = new ArrayList<>(heads(connection, last));
    if (!last.isEmpty() && heads.size() < MOST_STORES) {
      heads.addAll(heads(connection, ""));
    }
    heads.stream()
        .filter(head -> head.dueIn() <= 0)
        .forEach(head -> queue(new Turn(head.store(), head.due())));
    claims = 0;
    lookedAt = System.nanoTime();
    lookTook = lookedAt - from;
  }

  /** The next, at most so many. Of more than a few, others are left for other claims. */
  synchronized List<Turn> take(int most) {
    int all = waiting.size() + out;
    int part = all <= FEW ? all : Math.max(FEW / 2, (all + CLAIMS - 1) / CLAIMS);
    List<Turn> taken = waiting.values().stream().limit(Math.min(most, part)).toList();
    for (Turn turn : taken) {
      waiting.remove(turn.store());
      last = turn.store();
    }
    out += taken.size();
    return taken;
  }

  /**
   * Ends turns.
   *
   * @param taken how many there were
   * @param more those whose stores may have more
   */
  synchronized void putBack(int taken, List<Turn> more) {
    out -= taken;
    more.forEach(this::queue);
    notifyAll();
  }

  private void queue(Turn turn) {
    waiting.putIfAbsent(turn.store(), turn);
  }

  /**
   * How long until the first of each store is due or its claim lapses, in milliseconds; none below
   * zero.
   */
  List<Long> waits(Connection connection) throws SQLException {
    List<Long> waits = new ArrayList<>();
    for (Head head : heads(connection, "")) {
      waits.add(Math.max(0, head.dueIn() > 0 ? head.dueIn() : wait(connection, head.store())));
    }
    return waits;
  }

  /** Where the first is under way, the next that is free may be behind it. */
  private long wait(Connection connection, String store) throws SQLException {
    return Rows.list(
            connection, database.sql(WAIT), row -> row.getLong(1), number, store, MOST_HELD)
        .stream()
        .findFirst()
        .orElse(0L);
  }

  /** How long until the first of all is due, in milliseconds; below zero when it is late. */
  Optional<Long> first(Connection connection, int mostPages) throws SQLException {
    List<Head> heads = heads(connection, "");
    List<Head> page = heads;
    for (int pages = 1; page.size() == MOST_STORES && pages < mostPages; pages++) {
      page = heads(connection, page.get(page.size() - 1).store());
      heads = Stream.concat(heads.stream(), page.stream()).toList();
    }
    Optional<Long> first = Optional.empty();
    for (Head head :
        heads.stream().sorted(Comparator.comparing(Head::dueIn)).limit(LATEST).toList()) {
      long wait = head.dueIn() > 0 ? head.dueIn() : wait(connection, head.store());
      first = Optional.of(first.map(least -> Math.min(least, wait)).orElse(wait));
    }
    return first;
  }

  private List<Head> heads(Connection connection, String after) throws SQLException {
    return database.dialect().heads(connection, database, number, after, MOST_STORES);
  }
}
