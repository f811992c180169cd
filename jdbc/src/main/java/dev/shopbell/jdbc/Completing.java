package dev.shopbell.jdbc;

import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Puts beginnings and ends of attempts on record, many at a time, always in the order of the ids.
 */
final class Completing {
  private static final String DROP = "DELETE FROM ~queue WHERE id = ?";

  private final Database database;
  private final Enqueuing enqueuing;
  private final Log log;

  Completing(Database database, Enqueuing enqueuing, Log log) {
    this.database = database;
    this.enqueuing = enqueuing;
    this.log = log;
  }

  /** For each claim whether it still holds. */
  List<Boolean> begin(List<Claim> claims) {
    return database.transact(
        "beginning",
        connection -> {
          List<Integer> order = order(claims.stream().map(Completing::id).toList());
          List<Object[]> rows =
              order.stream()
                  .map(i -> new Object[] {id(claims.get(i)), claims.get(i).token()})
                  .toList();
          boolean[] touched = database.run(connection, Bulk.BEGIN, rows);
          Boolean[] holds = new Boolean[claims.size()];
          for (int i = 0; i < touched.length; i++) {
            holds[order.get(i)] = touched[i];
          }
          return List.of(holds);
        });
  }

  /** For each completion the delivery as it stands now; empty when its claim was void. */
  List<Optional<Delivery>> complete(List<Completion> completions) {
    return database.transact("completing", connection -> complete(connection, completions));
  }

  private List<Optional<Delivery>> complete(Connection connection, List<Completion> completions)
      throws SQLException {
    List<Integer> order = order(completions.stream().map(c -> id(c.claim())).toList());
    List<Optional<Delivery>> results = new ArrayList<>();
    completions.forEach(completion -> results.add(Optional.empty()));
    lockMixed(connection, completions, order);
    release(connection, completions, order, results, true);
    release(connection, completions, order, results, false);
    List<Delivery> recorded = order.stream().flatMap(i -> results.get(i).stream()).toList();
    log.moved(connection, recorded);
    return results;
  }

  /** Where some end and others do not, two statements touch them: all are locked in order first. */
  private void lockMixed(Connection connection, List<Completion> completions, List<Integer> order)
      throws SQLException {
    long pending = completions.stream().filter(completion -> !ends(completion)).count();
    if (pending > 0 && pending < completions.size()) {
      List<String> ids = order.stream().map(i -> id(completions.get(i).claim())).toList();
      Rows.lockTurns(connection, database, "id", ids, row -> row.getString(1));
    }
  }

  private static boolean ends(Completion completion) {
    return completion.progress().state() != DeliveryState.PENDING;
  }

  /** Takes those off the queue that ended, or puts those back that did not. */
  private void release(
      Connection connection,
      List<Completion> completions,
      List<Integer> order,
      List<Optional<Delivery>> results,
      boolean ended)
      throws SQLException {
    List<Integer> chosen = order.stream().filter(i -> ends(completions.get(i)) == ended).toList();
    List<Object[]> rows = chosen.stream().map(i -> row(completions.get(i), ended)).toList();
    boolean[] touched = database.run(connection, ended ? Bulk.END : Bulk.LATER, rows);
    List<String> held =
        IntStream.range(0, touched.length)
            .filter(i -> touched[i])
            .mapToObj(i -> id(completions.get(chosen.get(i)).claim()))
            .toList();
    Set<String> cancelled = ended ? Set.of() : dropped(connection, held);
    for (int i = 0; i < touched.length; i++) {
      if (touched[i]) {
        Completion completion = completions.get(chosen.get(i));
        Progress progress =
            completion.progress().unlessCancelled(cancelled.contains(id(completion.claim())));
        results.set(chosen.get(i), Optional.of(completion.claim().delivery().with(progress)));
      }
    }
  }

  private Object[] row(Completion completion, boolean ended) {
    String id = id(completion.claim());
    long token = completion.claim().token();
    if (ended) {
      return new Object[] {id, token};
    }
    Delivery later = completion.claim().delivery().with(completion.progress());
    return new Object[] {enqueuing.wait(later), id, token};
  }

  /** What was cancelled while the attempt was under way is not tried again after it. */
  private Set<String> dropped(Connection connection, List<String> ids) throws SQLException {
    Set<String> cancelled = log.cancelled(connection, ids);
    for (String id : cancelled) {
      Rows.update(connection, database.sql(DROP), id);
    }
    return cancelled;
  }

  private static String id(Claim claim) {
    return claim.delivery().id().value();
  }

  /** The places of the ids, as these sort: whoever locks rows in one order waits in no circle. */
  private static List<Integer> order(List<String> ids) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(ids::get));
    return order;
  }
}
