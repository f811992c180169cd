package dev.shopbell.jdbc;

import dev.shopbell.delivery.Backlog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts what waits and what was given up, no further than a backlog tells, and hops along the
 * heads of at most some thousand stores' queues. So it costs the same with a million rows.
 */
final class HeldBack {
  private static final int MOST_PAGES = 10;

  private final Database database;
  private final Clock clock;
  private final Turns urgent;
  private final Turns bulk;

  HeldBack(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.urgent = new Turns(database, Enqueuing.URGENT);
    this.bulk = new Turns(database, Enqueuing.BULK);
  }

  Backlog read() {
    return database.read("reading the backlog", this::read);
  }

  private Backlog read(Connection connection) throws SQLException {
    Optional<Long> wait =
        Stream.of(urgent.first(connection, MOST_PAGES), bulk.first(connection, MOST_PAGES))
            .flatMap(Optional::stream)
            .min(Long::compare);
    return new Backlog(
        count(connection, "~queue"),
        wait.map(clock.instant()::plusMillis),
        count(connection, "~dead"));
  }

  private int count(Connection connection, String table) throws SQLException {
    String sql = "SELECT count(*) FROM (SELECT id FROM " + table + " LIMIT ?) counted";
    return Rows.list(connection, database.sql(sql), row -> row.getInt(1), Backlog.MOST).get(0);
  }
}
