package dev.shopbell.jdbc;

import dev.shopbell.address.DomainName;
import dev.shopbell.domain.DomainClaim;
import dev.shopbell.domain.DomainRegistry;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Claims in a table. A row's version says whether another machine was quicker. */
final class JdbcDomainRegistry implements DomainRegistry {
  private static final String CLAIM = "SELECT store, domain, version, body FROM ~domain WHERE ";
  private static final List<String> COLUMNS = List.of("store", "domain", "next", "version", "body");
  private static final String SAVE =
      "UPDATE ~domain SET next = ?, version = version + 1, body = ?"
          + " WHERE store = ? AND domain = ? AND version = ?";

  private final Database database;

  JdbcDomainRegistry(Database database) {
    this.database = database;
  }

  @Override
  public Optional<DomainClaim> find(StoreId store, DomainName domain) {
    return claims("store = ? AND domain = ?", store.value(), domain.value()).stream().findFirst();
  }

  @Override
  public List<DomainClaim> claims(DomainName domain) {
    return claims("domain = ?", domain.value());
  }

  @Override
  public List<DomainClaim> due(Instant now, int most) {
    return claims("next <= ? ORDER BY next LIMIT ?", now.toEpochMilli(), most);
  }

  private List<DomainClaim> claims(String where, Object... values) {
    return database.read(
        "reading claims on domains",
        connection ->
            Rows.list(connection, database.sql(CLAIM + where), JdbcDomainRegistry::claim, values));
  }

  private static DomainClaim claim(ResultSet row) throws SQLException {
    return ClaimCodec.read(
        new StoreId(row.getString("store")),
        DomainName.of(row.getString("domain")),
        row.getLong("version"),
        row.getBytes("body"));
  }

  @Override
  public boolean save(DomainClaim claim) {
    String store = claim.store().value();
    String domain = claim.domain().value();
    long next = ceiling(claim.checks().next());
    byte[] body = ClaimCodec.body(claim);
    return database.transact(
        "saving a claim on a domain",
        connection ->
            claim.version() == 0
                ? Upsert.inserted(
                    connection, database, "~domain", COLUMNS, store, domain, next, 1L, body)
                : Rows.update(
                        connection, database.sql(SAVE), next, body, store, domain, claim.version())
                    == 1);
  }

  /** The first millisecond at which that moment has come: nothing is looked at early. */
  private static long ceiling(Instant time) {
    return time.plusNanos(999_999).toEpochMilli();
  }
}
