package dev.shopbell.jdbc;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.Receipt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings receipts to the deliveries they are for. One that comes before its delivery is known to be
 * accepted is kept first and looked for again then, and an acceptance looks for kept ones after it
 * is on record: so one of the two sees the other. A kept one goes in the transaction that applies
 * it, so that whoever is killed before leaves it to be found as stranded.
 */
final class Receipts {
  private static final List<String> COLUMNS =
      List.of("provider", "ref", "status", "at", "reason", "kept");
  private static final String ACCEPTED = "SELECT id FROM ~accepted WHERE provider = ? AND ref = ?";
  private static final String MAILED =
      "SELECT id FROM ~log WHERE id = ? AND state IN ('ACCEPTED', 'DELIVERED', 'UNKNOWN')";
  private static final int MOST_STRANDED = 500;
  private static final int NEWEST = 5_000;
  private static final String COLUMN_LIST = "provider, ref, status, at, reason";
  private static final String KEPT =
      "SELECT " + COLUMN_LIST + " FROM ~receipt WHERE provider = ? AND ref = ? AND kept > 0";

  /** One that was taken has its time below zero. */
  private static final String TAKE =
      "UPDATE ~receipt SET kept = -kept WHERE provider = ? AND ref = ? AND kept > 0";

  private static final String GIVE_BACK =
      "UPDATE ~receipt SET kept = -kept WHERE provider = ? AND ref = ? AND kept < 0";
  private static final String TAKEN =
      "SELECT " + COLUMN_LIST + " FROM ~receipt WHERE kept < 0 ORDER BY kept LIMIT ?";
  private static final String OVERTAKEN =
      "SELECT "
          + COLUMN_LIST
          + " FROM (SELECT "
          + COLUMN_LIST
          + " FROM ~receipt ORDER BY kept DESC LIMIT ?) r"
          + " WHERE EXISTS (SELECT 1 FROM ~accepted a WHERE a.provider = r.provider"
          + " AND a.ref = r.ref) LIMIT ?";
  private static final String MAIL =
      "SELECT "
          + COLUMN_LIST
          + " FROM (SELECT "
          + COLUMN_LIST
          + " FROM ~receipt ORDER BY kept DESC LIMIT ?) r WHERE provider = ? LIMIT ?";
  private static final Long FREE = 0L;
  private static final String TOKEN = "SELECT token FROM ~queue WHERE id = ?";
  private static final String UNQUEUE = "DELETE FROM ~queue WHERE id = ?";
  private static final String DROP = "DELETE FROM ~receipt WHERE provider = ? AND ref = ?";

  private final Database database;
  private final Enqueuing enqueuing;
  private final Log log;
  private final Clock clock;
  private volatile boolean someKept;

  Receipts(Database database, Enqueuing enqueuing, Log log, Clock clock) {
    this.database = database;
    this.enqueuing = enqueuing;
    this.log = log;
    this.clock = clock;
  }

  Optional<Delivery> settle(Receipt receipt, Function<Delivery, Progress> change) {
    if (isKnown(receipt)) {
      return change(receipt, change);
    }
    keep(receipt);
    someKept = true;
    return isKnown(receipt) ? change(receipt, change) : Optional.empty();
  }

  private boolean isKnown(Receipt receipt) {
    return database.read(
        "looking for a receipt's delivery", connection -> id(connection, receipt).isPresent());
  }

  /** Mail reports by the delivery's own identifier, which needs no row of its own. */
  private Optional<String> id(Connection connection, Receipt receipt) throws SQLException {
    if (receipt.provider().equals(Receipt.BY_MAIL)) {
      return Rows.list(connection, database.sql(MAILED), row -> row.getString(1), receipt.id())
          .stream()
          .findFirst();
    }
    return Rows.list(
            connection,
            database.sql(ACCEPTED),
            row -> row.getString(1),
            receipt.provider(),
            receipt.id())
        .stream()
        .findFirst();
  }

  private void keep(Receipt receipt) {
    String sql = database.sql(database.dialect().insertNew("~receipt", COLUMNS));
    String giveBack = database.sql(GIVE_BACK);
    Object[] row = {
      receipt.provider(),
      receipt.id(),
      receipt.status().name(),
      receipt.at().toEpochMilli(),
      receipt.reason().map(Reason::name).orElse(""),
      clock.millis()
    };
    database.transact(
        "keeping a receipt",
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(sql)) {
            Rows.set(insert, row);
            return database.dialect().inserted(insert)
                || Rows.update(connection, giveBack, receipt.provider(), receipt.id()) > 0;
          }
        });
  }

  private Optional<Delivery> change(Receipt receipt, Function<Delivery, Progress> change) {
    return database.transact(
        "applying a receipt",
        connection -> {
          Optional<String> id = id(connection, receipt);
          Optional<Delivery> changed =
              id.isEmpty() ? Optional.empty() : change(connection, id.get(), change);
          if (someKept) {
            Rows.update(connection, database.sql(DROP), receipt.provider(), receipt.id());
          }
          return changed;
        });
  }

  /** Locks in the order of {@link ByHand}, also where it makes a turn that there was none of. */
  private Optional<Delivery> change(
      Connection connection, String id, Function<Delivery, Progress> change) throws SQLException {
    Optional<Delivery> expected = changed(connection, log.found(connection, id), change);
    if (expected.filter(Receipts::isPending).isPresent()) {
      log.lockWhole(connection, id);
    }
    List<Long> claims =
        Rows.list(
            connection, database.sql(TOKEN) + database.dialect().lock(), row -> row.getLong(1), id);
    if (!claims.stream().allMatch(FREE::equals)) {
      return Optional.empty();
    }
    boolean queued = !claims.isEmpty();
    boolean turned = !queued && turn(connection, expected);
    Optional<Delivery> before = log.locked(connection, id);
    Optional<Delivery> changed = changed(connection, before, change);
    if (queued && changed.isPresent()) {
      Rows.update(connection, database.sql(UNQUEUE), id);
      turned = turn(connection, changed);
    }
    if (turned != changed.filter(Receipts::isPending).isPresent()) {
      throw Remedy.beaten();
    }
    if (changed.isPresent()) {
      log.reopened(connection, before.orElseThrow(), changed.get().state());
      log.moved(connection, List.of(changed.get()));
    }
    return changed;
  }

  private boolean turn(Connection connection, Optional<Delivery> changed) throws SQLException {
    Optional<Delivery> pending = changed.filter(Receipts::isPending);
    if (pending.isPresent()) {
      enqueuing.again(connection, pending.get());
    }
    return pending.isPresent();
  }

  private static boolean isPending(Delivery delivery) {
    return delivery.state() == DeliveryState.PENDING;
  }

  /** What a receipt makes of a delivery; empty when nothing. */
  private Optional<Delivery> changed(
      Connection connection, Optional<Delivery> before, Function<Delivery, Progress> change)
      throws SQLException {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Progress next = next(connection, before.get(), change);
    return before.filter(delivery -> !delivery.progress().equals(next)).map(d -> d.with(next));
  }

  private Progress next(
      Connection connection, Delivery delivery, Function<Delivery, Progress> change)
      throws SQLException {
    Progress progress = change.apply(delivery);
    return progress.state() == DeliveryState.PENDING
        ? progress.unlessCancelled(
            !log.cancelled(connection, List.of(delivery.id().value())).isEmpty())
        : progress;
  }

  /** Whether a receipt may be waiting; asked after an acceptance is on record. */
  void look() {
    someKept =
        database.read(
            "looking for receipts",
            connection ->
                !Rows.list(
                        connection,
                        database.sql("SELECT 1 FROM ~receipt LIMIT 1"),
                        row -> row.getInt(1))
                    .isEmpty());
  }

  List<Receipt> take(String provider, List<String> refs) {
    if (!someKept || refs.isEmpty()) {
      return List.of();
    }
    return database.transact(
        "taking receipts",
        connection -> {
          List<Receipt> taken = new ArrayList<>();
          for (String ref : refs) {
            for (Receipt kept :
                Rows.list(connection, database.sql(KEPT), Receipts::read, provider, ref)) {
              if (Rows.update(connection, database.sql(TAKE), provider, ref) == 1) {
                taken.add(kept);
              }
            }
          }
          return taken;
        });
  }

  /** Those that somebody took and did not settle, and those that nobody took in time. */
  List<Receipt> stranded() {
    List<Receipt> found = new ArrayList<>(listed(TAKEN, MOST_STRANDED));
    found.addAll(listed(OVERTAKEN, NEWEST, MOST_STRANDED));
    listed(MAIL, NEWEST, Receipt.BY_MAIL, MOST_STRANDED).stream()
        .filter(this::isKnown)
        .forEach(found::add);
    if (!found.isEmpty()) {
      someKept = true;
    }
    return found;
  }

  private List<Receipt> listed(String sql, Object... values) {
    return database.read(
        "looking for receipts",
        connection -> Rows.list(connection, database.sql(sql), Receipts::read, values));
  }

  private static Receipt read(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return new Receipt(
        row.getString("provider"),
        row.getString("ref"),
        Receipt.Status.valueOf(row.getString("status")),
        Instant.ofEpochMilli(row.getLong("at")),
        reason.isEmpty() ? Optional.empty() : Optional.of(Reason.valueOf(reason)));
  }
}
