package dev.shopbell.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * H2 2.2 and later, for hosts who run it already. What it writes with one commit may hold parts of
 * the transactions of other connections, which it takes for whole when the process was killed; so
 * one transaction must be all that writes.
 */
final class H2 extends Dialect {
  private static final int DUPLICATE_KEY = 23505;

  private static final String DELAY =
      "SELECT DISTINCT setting_value FROM information_schema.settings"
          + " WHERE setting_name = 'WRITE_DELAY'";

  private static final String LATE =
      "H2 writes commits up to half a second late and loses them when the process is killed: open"
          + " it with ;WRITE_DELAY=0";

  private static final String HALVES =
      "H2 may keep half of a transaction when the process is killed while several connections"
          + " write: let all that write share a pool of one connection";

  private static final Duration PATIENCE = Duration.ofMillis(500);

  @Override
  Map<String, String> types() {
    return Map.of(
        "id", "char(26)",
        "name", "varchar(200)",
        "ref", "varchar(300)",
        "word", "varchar(64)",
        "text", "varchar(1000000)",
        "int", "smallint",
        "long", "bigint",
        "bytes", "blob",
        "table", "",
        "hot", "");
  }

  @Override
  String now() {
    return "CAST(extract(epoch FROM current_timestamp) * 1000 AS bigint)";
  }

  @Override
  String making(String statement) {
    return unlessThere(statement);
  }

  @Override
  String insertNew(String table, List<String> columns) {
    return "INSERT INTO " + table + values(columns);
  }

  @Override
  boolean inserted(PreparedStatement insert) throws SQLException {
    try {
      return super.inserted(insert);
    } catch (SQLException e) {
      if (e.getErrorCode() == DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  @Override
  void insertAllNew(
      Connection connection, Database on, String table, List<String> columns, List<Object[]> rows)
      throws SQLException {
    String sql = on.sql(insertNew(table, columns));
    for (Object[] row : rows) {
      try (PreparedStatement insert = connection.prepareStatement(sql)) {
        Rows.set(insert, row);
        inserted(insert);
      }
    }
  }

  @Override
  int writers() {
    return 1;
  }

  @Override
  List<String> dangers(Connection connection, DataSource source) throws SQLException {
    List<String> dangers = new ArrayList<>();
    if (!Rows.list(connection, DELAY, row -> row.getString(1)).equals(List.of("0"))) {
      dangers.add(LATE);
    }
    if (givesAnother(source)) {
      dangers.add(HALVES);
    }
    return dangers;
  }

  /**
   * Whether a connection can be had while one is open. Nobody is interrupted who asks in vain: H2
   * closes its file on that.
   */
  private static boolean givesAnother(DataSource source) {
    FutureTask<Boolean> asking =
        new FutureTask<>(
            () -> {
              try (Connection another = source.getConnection()) {
                return another.getMetaData() != null;
              }
            });
    Thread thread = new Thread(asking, "shopbell-h2-pool");
    thread.setDaemon(true);
    thread.start();
    try {
      return asking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  Bulk log() {
    return Bulk.LOG.with("MERGE INTO ~log (id, state, progress) KEY (id) VALUES (?, ?, ?)");
  }
}
