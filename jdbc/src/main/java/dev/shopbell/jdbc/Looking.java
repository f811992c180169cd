package dev.shopbell.jdbc;

import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Answers people's questions about what is there. Locks nothing. */
final class Looking {
  private static final String LANES =
      "SELECT lane, count(*), sum(CASE WHEN held > ~now THEN 1 ELSE 0 END),"
          + " min(CASE WHEN held <= ~now AND due <= ~now THEN due END) - ~now"
          + " FROM ~queue GROUP BY lane";
  private static final String DEAD = "SELECT count(*) FROM ~dead";
  private static final String NEWEST = Rows.DELIVERY + "d.id < ? ORDER BY d.id DESC LIMIT ?";
  private static final String BEHIND_ALL = "zzzz";
  private static final int PAGE = 1_000;
  private static final Comparator<OutboxCounts.Line> ORDER =
      Comparator.comparing(OutboxCounts.Line::type)
          .thenComparing(line -> line.channel().name())
          .thenComparing(OutboxCounts.Line::state);

  private final Database database;
  private final Clock clock;

  Looking(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  OutboxStatus status() {
    return database.read("counting what waits", this::status);
  }

  /**
   * The oldest deliveries in these states. What is pending or was given up is found by the tables
   * of those; all else by the log, from its beginning.
   */
  List<Delivery> oldest(Set<DeliveryState> states, int most) {
    Set<String> sources =
        states.stream().map(Looking::source).collect(Collectors.toCollection(TreeSet::new));
    return sources.stream()
        .flatMap(source -> oldest(source, states, most).stream())
        .sorted(Comparator.comparing(delivery -> delivery.id().value()))
        .limit(most)
        .toList();
  }

  private static String source(DeliveryState state) {
    return state == DeliveryState.PENDING ? "~queue" : state.isGivenUp() ? "~dead" : "~log";
  }

  private List<Delivery> oldest(String source, Set<DeliveryState> states, int most) {
    List<Delivery> found = new ArrayList<>();
    List<String> ids = List.of("");
    while (!ids.isEmpty() && found.size() < most) {
      ids = ids(source, ids.get(ids.size() - 1), Math.min(PAGE, most));
      Map<String, Delivery> page = deliveries(ids);
      ids.stream()
          .flatMap(id -> Optional.ofNullable(page.get(id)).stream())
          .filter(delivery -> states.contains(delivery.state()))
          .filter(delivery -> source(delivery.state()).equals(source))
          .forEach(found::add);
    }
    return found;
  }

  private List<String> ids(String source, String after, int most) {
    String sql = "SELECT id FROM " + source + " WHERE id > ? ORDER BY id LIMIT ?";
    return database.read(
        "listing deliveries",
        connection ->
            Rows.list(connection, database.sql(sql), row -> row.getString(1), after, most));
  }

  private Map<String, Delivery> deliveries(List<String> ids) {
    return database.read(
        "listing deliveries", connection -> Rows.deliveries(connection, database, ids));
  }

  private OutboxStatus status(Connection connection) throws SQLException {
    Map<Integer, OutboxStatus.Lane> lanes = new HashMap<>();
    Rows.list(connection, database.sql(LANES), row -> lanes.put(row.getInt(1), lane(row)));
    long dead = Rows.list(connection, database.sql(DEAD), row -> row.getLong(1)).get(0);
    return new OutboxStatus(
        lanes.getOrDefault(Enqueuing.URGENT, OutboxStatus.Lane.EMPTY),
        lanes.getOrDefault(Enqueuing.BULK, OutboxStatus.Lane.EMPTY),
        dead);
  }

  private OutboxStatus.Lane lane(ResultSet row) throws SQLException {
    long pending = row.getLong(2);
    long underWay = row.getLong(3);
    long late = row.getLong(4);
    Optional<Instant> since =
        row.wasNull() ? Optional.empty() : Optional.of(clock.instant().plusMillis(late));
    return new OutboxStatus.Lane(pending, underWay, since);
  }

  /** Reads the newest, page by page, so that memory does not grow with their number. */
  OutboxCounts newest(int most) {
    Tally tally = new Tally();
    String before = BEHIND_ALL;
    List<Delivery> page;
    do {
      page = page(before, Math.min(PAGE, most - tally.count));
      page.forEach(tally::add);
      before = page.isEmpty() ? before : page.get(page.size() - 1).id().value();
    } while (!page.isEmpty() && tally.count < most);
    return tally.counts(page.isEmpty() || page(before, 1).isEmpty());
  }

  private List<Delivery> page(String before, int most) {
    return database.read(
        "counting deliveries",
        connection -> Rows.list(connection, database.sql(NEWEST), Rows::delivery, before, most));
  }

  private static final class Tally {
    private record Kind(String type, Channel channel, DeliveryState state) {}

    private final Map<Kind, Long> kinds = new HashMap<>();
    private Optional<Instant> since = Optional.empty();
    private int count;

    void add(Delivery delivery) {
      Channel channel = delivery.progress().route().get(0);
      kinds.merge(new Kind(delivery.notice().type(), channel, delivery.state()), 1L, Long::sum);
      since = Optional.of(delivery.window().queued());
      count++;
    }

    OutboxCounts counts(boolean all) {
      List<OutboxCounts.Line> lines =
          kinds.entrySet().stream().map(Tally::line).sorted(ORDER).toList();
      return new OutboxCounts(count, since, all, lines);
    }

    private static OutboxCounts.Line line(Map.Entry<Kind, Long> entry) {
      Kind kind = entry.getKey();
      return new OutboxCounts.Line(kind.type(), kind.channel(), kind.state(), entry.getValue());
    }
  }
}
