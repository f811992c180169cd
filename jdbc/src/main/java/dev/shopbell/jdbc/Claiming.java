package dev.shopbell.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.jdbc.Taking.Want;
import dev.shopbell.store.StoreId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Claims what is due: lane before lane, and in a lane store after store. A claim that the database
 * loses in a crash is made again.
 */
final class Claiming {
  /** So many stores share one claim at most; the next claim is for the next ones. */
  private static final int STORES_A_CLAIM = 8;

  private final Database database;
  private final List<Turns> lanes;

  Claiming(Database database) {
    this.database = database;
    this.lanes =
        List.of(new Turns(database, Enqueuing.URGENT), new Turns(database, Enqueuing.BULK));
  }

  /** Claims in one transaction; whose turn it is, is this node's own matter. */
  List<Claim> claim(ClaimRequest request) {
    return database.transactLosable("claiming", connection -> claim(connection, request));
  }

  /** Holds claims for so long, or gives them back. */
  void hold(List<Claim> claims, Duration lease) {
    List<Object[]> rows =
        claims.stream()
            .sorted(Comparator.comparing(claim -> claim.delivery().id().value()))
            .map(claim -> row(claim, lease))
            .toList();
    Bulk bulk = lease.isZero() ? Bulk.GIVE_BACK : Bulk.HOLD;
    database.transactLosable("holding claims", connection -> database.run(connection, bulk, rows));
  }

  /** Ends all leases; how many there were. */
  int endLeases() {
    return database.transact(
        "ending leases",
        connection ->
            Rows.update(connection, database.sql("UPDATE ~queue SET held = 0 WHERE held > ~now")));
  }

  private static Object[] row(Claim claim, Duration lease) {
    String id = claim.delivery().id().value();
    return lease.isZero()
        ? new Object[] {id, claim.token()}
        : new Object[] {lease.toMillis(), id, claim.token()};
  }

  private List<Claim> claim(Connection connection, ClaimRequest request) throws SQLException {
    long token = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    List<Taken> taken = new ArrayList<>();
    for (Turns lane : lanes) {
      int most = request.most() - taken.size();
      if (most > 0) {
        taken.addAll(new Round(connection, lane, request, token).take(most));
      }
    }
    return taken.stream().map(one -> one.claim(token)).toList();
  }

  /** One claim in one lane. */
  private final class Round {
    private final Connection connection;
    private final Turns lane;
    private final ClaimRequest request;
    private final long token;

    Round(Connection connection, Turns lane, ClaimRequest request, long token) {
      this.connection = connection;
      this.lane = lane;
      this.request = request;
      this.token = token;
    }

    List<Taken> take(int most) throws SQLException {
      boolean looked = lane.next(connection);
      List<Taken> taken = taken(most);
      if (taken.isEmpty() && !looked) {
        lane.look(connection);
        taken = taken(most);
      }
      return taken;
    }

    /** Takes of each store in turn its share, until enough is taken or nothing more is due. */
    private List<Taken> taken(int most) throws SQLException {
      List<Taken> taken = new ArrayList<>();
      int visits = lane.size();
      while (visits > 0 && taken.size() < most) {
        int left = most - taken.size();
        List<Turns.Turn> turns = lane.take(Math.min(Math.min(visits, STORES_A_CLAIM), left));
        visits -= Math.max(1, turns.size());
        List<Turns.Turn> more = new ArrayList<>();
        try {
          List<Want> wants = wants(turns, left);
          Map<String, Deque<Taken>> stores =
              ask(wants).stream()
                  .collect(
                      groupingBy(Taken::store, LinkedHashMap::new, toCollection(ArrayDeque::new)));
          wants.forEach(want -> more.addAll(more(want, stores.get(want.store()))));
          inTurn(stores.values(), taken);
        } finally {
          lane.putBack(turns.size(), more);
        }
      }
      return taken;
    }

    private List<Taken> ask(List<Want> wants) throws SQLException {
      List<Want> some = wants.stream().filter(want -> want.most() > 0).toList();
      long lease = request.lease().toMillis();
      Taking taking = new Taking(lane.number(), some, lease, token, request.unmarked());
      return some.isEmpty() ? List.of() : database.dialect().take(connection, database, taking);
    }

    private List<Want> wants(List<Turns.Turn> turns, int most) {
      int stores = turns.size();
      List<Want> wants = new ArrayList<>();
      int left = most;
      for (int i = 0; i < stores; i++) {
        Turns.Turn turn = turns.get(i);
        int share = (left + stores - i - 1) / (stores - i);
        int room = request.room().applyAsInt(new StoreId(turn.store()));
        wants.add(new Want(turn.store(), turn.from(), Math.max(0, Math.min(share, room))));
        left -= share;
      }
      return wants;
    }

    /** A store that gave all that was wanted may have more. */
    private static List<Turns.Turn> more(Want want, @Nullable Deque<Taken> taken) {
      int count = taken == null ? 0 : taken.size();
      long from = taken == null || count == 0 ? want.from() : taken.getLast().due();
      return count == want.most() ? List.of(new Turns.Turn(want.store(), from)) : List.of();
    }
  }

  private static void inTurn(Collection<Deque<Taken>> stores, List<Taken> taken) {
    int before = -1;
    while (taken.size() > before) {
      before = taken.size();
      stores.forEach(queue -> Optional.ofNullable(queue.poll()).ifPresent(taken::add));
    }
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
