package dev.shopbell.jdbc;

import dev.shopbell.address.Channel;
import dev.shopbell.consent.Consent;
import dev.shopbell.consent.ConsentStore;
import dev.shopbell.notice.Purpose;
import dev.shopbell.store.StoreId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Consents in a table. Recipients stand there as the SHA-256 of their identifier, so that what is
 * kept of somebody who is forgotten holds no identifier either.
 */
final class JdbcConsentStore implements ConsentStore {
  private static final String ALL = "";
  private static final String FIND =
      "SELECT purpose, channel, granted, at, source FROM ~consent WHERE person = ? AND store = ?";
  private static final String OTHERS =
      "DELETE FROM ~consent WHERE person = ? AND store = ? AND purpose = ? AND channel <> ?";
  private static final Upsert PUT =
      new Upsert(
          "~consent",
          List.of("granted", "at", "source"),
          List.of("person", "store", "purpose", "channel"));

  private final Database database;

  JdbcConsentStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Consent> find(StoreId store, String recipient) {
    return database.read(
        "asking for consent",
        connection ->
            Rows.list(
                connection,
                database.sql(FIND),
                row -> consent(store, recipient, row),
                person(recipient),
                store.value()));
  }

  private static Consent consent(StoreId store, String recipient, ResultSet row)
      throws SQLException {
    String channel = row.getString("channel");
    return new Consent(
        store,
        recipient,
        Purpose.valueOf(row.getString("purpose")),
        channel.equals(ALL) ? Optional.empty() : Optional.of(new Channel(channel)),
        row.getInt("granted") != 0,
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("source"));
  }

  @Override
  public void put(Consent consent) {
    String person = person(consent.recipient());
    String store = consent.store().value();
    String purpose = consent.purpose().name();
    String channel = consent.channel().map(Channel::name).orElse(ALL);
    int granted = consent.granted() ? 1 : 0;
    long at = consent.time().toEpochMilli();
    database.transact(
        "keeping a consent",
        connection -> {
          PUT.run(
              connection, database, granted, at, consent.source(), person, store, purpose, channel);
          if (channel.equals(ALL)) {
            Rows.update(connection, database.sql(OTHERS), person, store, purpose, ALL);
          }
          return true;
        });
  }

  @Override
  public void forget(String recipient) {
    String person = person(recipient);
    database.transact(
        "forgetting a person",
        connection -> {
          Rows.update(
              connection,
              database.sql("DELETE FROM ~consent WHERE person = ? AND granted = 1"),
              person);
          return Rows.update(
              connection, database.sql("UPDATE ~consent SET source = '' WHERE person = ?"), person);
        });
  }

  private static String person(String recipient) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(recipient.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
