package dev.shopbell.jdbc;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.store.StoreId;
import dev.shopbell.suppression.SuppressedAddress;
import dev.shopbell.suppression.SuppressionReason;
import dev.shopbell.suppression.SuppressionStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists of suppressed addresses in two tables. A list is read a page at a time. */
final class JdbcSuppressionStore implements SuppressionStore {
  private static final int PAGE = 1_000;
  private static final String ENTRY =
      "SELECT store, address, reason, at, times FROM ~suppressed WHERE store = ? AND address ";
  private static final Upsert PUT =
      new Upsert("~suppressed", List.of("reason", "at", "times"), List.of("store", "address"));
  private static final List<String> BOUNCE = List.of("store", "address", "cause", "at");
  private static final String OF = " FROM ~soft_bounce WHERE store = ? AND address = ?";

  private final Database database;

  JdbcSuppressionStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<SuppressedAddress> find(StoreId store, EmailAddress address) {
    return entries("asking a suppression list", ENTRY + "= ?", store.value(), address.value())
        .stream()
        .findFirst();
  }

  private List<SuppressedAddress> entries(String what, String sql, Object... values) {
    return database.read(
        what,
        connection ->
            Rows.list(connection, database.sql(sql), JdbcSuppressionStore::entry, values));
  }

  private static SuppressedAddress entry(ResultSet row) throws SQLException {
    return new SuppressedAddress(
        new StoreId(row.getString("store")),
        EmailAddress.of(row.getString("address")),
        SuppressionReason.valueOf(row.getString("reason")),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getInt("times"));
  }

  @Override
  public void put(SuppressedAddress entry) {
    Object[] row = {
      entry.reason().name(),
      entry.time().toEpochMilli(),
      (long) entry.count(),
      entry.store().value(),
      entry.address().value()
    };
    database.transact(
        "writing a suppression list",
        connection -> {
          PUT.run(connection, database, row);
          return true;
        });
  }

  @Override
  public int softBounce(
      StoreId store, EmailAddress address, String cause, Instant at, Instant since) {
    Object[] bounce = {store.value(), address.value(), cause, at.toEpochMilli()};
    Object[] before = {store.value(), address.value(), since.toEpochMilli()};
    return database.transact(
        "counting a soft bounce",
        connection -> {
          Upsert.inserted(connection, database, "~soft_bounce", BOUNCE, bounce);
          Rows.update(connection, database.sql("DELETE" + OF + " AND at < ?"), before);
          return Rows.list(
                  connection,
                  database.sql("SELECT COUNT(*)" + OF),
                  row -> row.getInt(1),
                  store.value(),
                  address.value())
              .get(0);
        });
  }

  @Override
  public void forgetSoftBounces(StoreId store, EmailAddress address) {
    database.transact(
        "forgetting soft bounces",
        connection ->
            Rows.update(connection, database.sql("DELETE" + OF), store.value(), address.value()));
  }

  @Override
  public Stream<SuppressedAddress> list(StoreId store) {
    return Stream.iterate(
            page(store, ""),
            page -> !page.isEmpty(),
            page -> page(store, page.get(page.size() - 1).address().value()))
        .flatMap(List::stream);
  }

  private List<SuppressedAddress> page(StoreId store, String after) {
    String sql = ENTRY + "> ? ORDER BY address LIMIT ?";
    return entries("reading a suppression list", sql, store.value(), after, PAGE);
  }
}
