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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Claims what is due: lane before lane, and in a lane store after store, beginning behind the store
 * that was last. Only the heads of the stores' queues are read, however long these are.
 */
final class Claiming {
  /** Hops from store to store along the index: their names, and when the first of each is due. */
  private static final String HEADS =
      """
      WITH RECURSIVE heads (store, n) AS (
        SELECT (SELECT min(q.store) FROM ~queue q WHERE q.lane = ? AND q.store > ?), 1
        UNION ALL
        SELECT (SELECT min(q.store) FROM ~queue q WHERE q.lane = ? AND q.store > heads.store), n + 1
        FROM heads WHERE heads.store IS NOT NULL AND n < ?)
      SELECT heads.store AS store,
        (SELECT min(q.due) FROM ~queue q WHERE q.lane = ? AND q.store = heads.store) - ~now AS wait
      FROM heads WHERE heads.store IS NOT NULL
      """;

  private static final String DUE =
      "SELECT id, begun FROM ~queue WHERE lane = ? AND store = ? AND due <= ~now"
          + " ORDER BY due, id LIMIT ?";
  private static final String LEASE = "UPDATE ~queue SET due = ~now + ?, token = ? WHERE id IN (";
  private static final int MOST_STORES = 200;

  private final Database database;
  private final UnderWay underWay;
  private final Map<Integer, String> lastStore = new HashMap<>();

  private record Head(String store, long waitMillis) {}

  private record Turn(String id, boolean begun) {}

  Claiming(Database database, UnderWay underWay) {
    this.database = database;
    this.underWay = underWay;
  }

  /** Claims in one transaction; the stores' turns are this node's own. */
  synchronized List<Claim> claim(ClaimRequest request) {
    underWay.dropLapsed(request.lease());
    List<Claim> claims = database.transact("claiming", connection -> claim(connection, request));
    claims.forEach(underWay::add);
    return claims;
  }

  private List<Claim> claim(Connection connection, ClaimRequest request) throws SQLException {
    List<Turn> turns = new ArrayList<>();
    for (int lane : List.of(Enqueuing.URGENT, Enqueuing.BULK)) {
      if (turns.size() < request.most()) {
        turns.addAll(turns(connection, lane, request, request.most() - turns.size()));
      }
    }
    if (turns.isEmpty()) {
      return List.of();
    }
    long token = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    List<String> ids = turns.stream().map(Turn::id).toList();
    lease(connection, request, token, ids);
    Map<String, Delivery> deliveries = Rows.deliveries(connection, database, ids);
    return turns.stream()
        .flatMap(
            turn ->
                Optional.ofNullable(deliveries.get(turn.id()))
                    .map(delivery -> new Claim(delivery, token, turn.begun()))
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

  /** Takes of each store in turn what it may have. */
  private List<Turn> turns(Connection connection, int lane, ClaimRequest request, int most)
      throws SQLException {
    List<String> stores = dueStores(connection, lane, request);
    if (stores.isEmpty()) {
      return List.of();
    }
    int share = Math.max(1, (most + stores.size() - 1) / stores.size());
    List<Deque<Turn>> queues = new ArrayList<>();
    for (String store : stores.subList(0, Math.min(most, stores.size()))) {
      int room = request.mostPerStore() - underWay.of(new StoreId(store));
      queues.add(new ArrayDeque<>(due(connection, lane, store, Math.min(share, room))));
      lastStore.put(lane, store);
    }
    return inTurn(queues, most);
  }

  private static List<Turn> inTurn(List<Deque<Turn>> queues, int most) {
    List<Turn> turns = new ArrayList<>();
    boolean more = true;
    while (more && turns.size() < most) {
      more = false;
      for (Deque<Turn> queue : queues) {
        Turn next = queue.poll();
        if (next != null && turns.size() < most) {
          turns.add(next);
          more = true;
        }
      }
    }
    return turns;
  }

  private List<Turn> due(Connection connection, int lane, String store, int most)
      throws SQLException {
    return Rows.list(
        connection,
        database.sql(DUE) + database.dialect().lockFree(),
        row -> new Turn(row.getString(1), row.getInt(2) != 0),
        lane,
        store,
        most);
  }

  /** The stores with something due and room for it, behind the last one first. */
  private List<String> dueStores(Connection connection, int lane, ClaimRequest request)
      throws SQLException {
    String last = lastStore.getOrDefault(lane, "");
    List<Head> heads = new ArrayList<>(heads(connection, lane, last));
    if (!last.isEmpty() && heads.size() < MOST_STORES) {
      heads(connection, lane, "").stream()
          .filter(head -> head.store().compareTo(last) <= 0)
          .forEach(heads::add);
    }
    Set<StoreId> full = underWay.full(request.mostPerStore());
    return heads.stream()
        .filter(head -> head.waitMillis() <= 0 && !full.contains(new StoreId(head.store())))
        .map(Head::store)
        .distinct()
        .toList();
  }

  private List<Head> heads(Connection connection, int lane, String after) throws SQLException {
    return Rows.list(
        connection,
        database.sql(HEADS),
        row -> new Head(row.getString(1), row.getLong(2)),
        lane,
        after,
        lane,
        MOST_STORES,
        lane);
  }

  /** How long until something is due, in milliseconds; -1 when nothing is pending. */
  long nextWait() {
    return database.read(
        "looking for what is due next",
        connection -> {
          long next = -1;
          for (int lane : List.of(Enqueuing.URGENT, Enqueuing.BULK)) {
            for (Head head : heads(connection, lane, "")) {
              next =
                  next < 0
                      ? Math.max(0, head.waitMillis())
                      : Math.min(next, Math.max(0, head.waitMillis()));
            }
          }
          return next;
        });
  }
}
