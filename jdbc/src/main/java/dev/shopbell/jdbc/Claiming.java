package dev.shopbell.jdbc;

import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.store.StoreId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Claims what is due: lane before lane, and in a lane store after store. A claim that the database
 * loses in a crash is made again.
 */
final class Claiming {
  /** So many stores share one claim at most; the next claim is for the next ones. */
  private static final int STORES_A_CLAIM = 8;

  private static final String DUE =
      "SELECT id, begun, due FROM ~queue WHERE lane = ? AND store = ? AND due >= ?"
          + " AND due <= ~now ORDER BY due, id LIMIT ?";
  private static final String LEASE = "UPDATE ~queue SET due = ~now + ?, token = ? WHERE id IN (";

  private final Database database;
  private final UnderWay underWay;
  private final List<Turns> lanes;

  private record Row(String id, boolean begun, long due) {}

  Claiming(Database database, UnderWay underWay) {
    this.database = database;
    this.underWay = underWay;
    this.lanes =
        List.of(new Turns(database, Enqueuing.URGENT), new Turns(database, Enqueuing.BULK));
  }

  /** Claims in one transaction; whose turn it is, is this node's own matter. */
  synchronized List<Claim> claim(ClaimRequest request) {
    underWay.dropLapsed(request.lease());
    List<Claim> claims =
        database.transactLosable("claiming", connection -> claim(connection, request));
    claims.forEach(underWay::add);
    return claims;
  }

  private List<Claim> claim(Connection connection, ClaimRequest request) throws SQLException {
    List<Row> rows = new ArrayList<>();
    for (Turns lane : lanes) {
      rows.addAll(rows(connection, lane, request, request.most() - rows.size()));
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    long token = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    List<String> ids = rows.stream().map(Row::id).toList();
    lease(connection, request, token, ids);
    Map<String, Delivery> deliveries = Rows.deliveries(connection, database, ids);
    return rows.stream()
        .flatMap(
            row ->
                Optional.ofNullable(deliveries.get(row.id()))
                    .map(delivery -> new Claim(delivery, token, row.begun()))
                    .stream())
        .toList();
  }

  private void lease(Connection connection, ClaimRequest request, long token, List<String> ids)
      throws SQLException {
    Object[] places = Rows.filled(ids);
    Object[] values = new Object[places.length + 2];
    values[0] = request.lease().toMillis();
    values[1] = token;
    System.arraycopy(places, 0, values, 2, places.length);
    Rows.update(connection, database.sql(LEASE + Rows.places(ids.size()) + ")"), values);
  }

  private List<Row> rows(Connection connection, Turns lane, ClaimRequest request, int most)
      throws SQLException {
    boolean looked = lane.next(connection);
    List<Row> rows = taken(connection, lane, request, most);
    if (rows.isEmpty() && most > 0 && !looked) {
      lane.look(connection);
      rows = taken(connection, lane, request, most);
    }
    return rows;
  }

  /** Takes of each store in turn its share, until enough is taken or nothing more is due. */
  private List<Row> taken(Connection connection, Turns lane, ClaimRequest request, int most)
      throws SQLException {
    List<Deque<Row>> taken = new ArrayList<>();
    int left = most;
    int stores = Math.min(lane.size(), STORES_A_CLAIM);
    for (int visits = lane.size(); visits > 0 && left > 0; visits--) {
      Turns.Turn turn = lane.take();
      int share = Math.min(left, (most + stores - 1) / stores);
      int room = request.mostPerStore() - underWay.of(new StoreId(turn.store()));
      List<Row> rows = due(connection, lane.number(), turn, Math.min(share, room));
      left -= rows.size();
      taken.add(new ArrayDeque<>(rows));
      if (room <= 0 || rows.size() == Math.min(share, room)) {
        lane.putBack(rows.isEmpty() ? turn : turn.from(rows.get(rows.size() - 1).due()));
      }
    }
    return inTurn(taken);
  }

  private static List<Row> inTurn(List<Deque<Row>> taken) {
    List<Row> rows = new ArrayList<>();
    int before = -1;
    while (rows.size() > before) {
      before = rows.size();
      taken.forEach(queue -> Optional.ofNullable(queue.poll()).ifPresent(rows::add));
    }
    return rows;
  }

  private List<Row> due(Connection connection, int lane, Turns.Turn turn, int most)
      throws SQLException {
    return most <= 0
        ? List.of()
        : Rows.list(
            connection,
            database.sql(DUE) + database.dialect().lockFree(),
            row -> new Row(row.getString(1), row.getInt(2) != 0, row.getLong(3)),
            lane,
            turn.store(),
            turn.from(),
            most);
  }

  /** How long until something is due, in milliseconds; empty when nothing is pending. */
  Optional<Long> nextWait() {
    return database.read(
        "looking for what is due next",
        connection -> {
          List<Long> waits = new ArrayList<>();
          for (Turns lane : lanes) {
            waits.addAll(lane.waits(connection));
          }
          return waits.stream().min(Long::compare);
        });
  }
}
