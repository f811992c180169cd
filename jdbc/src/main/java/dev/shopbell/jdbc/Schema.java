package dev.shopbell.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The tables of one prefix: printed, created, and checked. */
final class Schema {
  private static final int VERSION = 1;
  private static final int MOST_TRIES = 5;
  private static final long PAUSE_NANOS = 200_000_000;
  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,19}");

  private final Dialect dialect;
  private final String prefix;

  Schema(Dialect dialect, String prefix) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "table prefix \""
              + prefix
              + "\": use 1 to 20 lower-case letters, digits and underscores, beginning with a"
              + " letter");
    }
    this.dialect = dialect;
    this.prefix = prefix;
  }

  /** The statements that make the tables, for whoever applies them by hand. */
  List<String> statements() {
    String sql = text().replace("${p}", prefix);
    for (Map.Entry<String, String> type : dialect.types().entrySet()) {
      sql = sql.replace("${" + type.getKey() + "}", type.getValue());
    }
    List<String> statements = new ArrayList<>();
    for (String statement : sql.split(";\\s*(?:\\n|$)", -1)) {
      if (!statement.isBlank()) {
        statements.add(statement.strip());
      }
    }
    return statements;
  }

  private static String text() {
    try (InputStream in = Schema.class.getResourceAsStream("schema-1.sql")) {
      String text =
          new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
      return text.replaceAll("(?m)^--.*\\n", "").stripLeading();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes the tables where there are none: all or none of them, where the database can do that, as
   * SQLite and PostgreSQL can. Elsewhere it goes on where a process that was killed has stopped.
   * Several may do so at once.
   */
  void apply(Connection connection) throws SQLException {
    for (int tries = 1; version(connection).isEmpty(); tries++) {
      try {
        make(connection);
      } catch (SQLException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /** The version is written last. */
  private void make(Connection connection) throws SQLException {
    dialect.begin(connection);
    try {
      for (String statement : statements()) {
        Dialect.run(connection, dialect.making(statement));
      }
      dialect.commit(connection);
    } catch (SQLException e) {
      rollback(connection, e);
      throw e;
    }
  }

  private void rollback(Connection connection, SQLException cause) {
    try {
      dialect.rollback(connection);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /**
   * Refuses tables of another version.
   *
   * @throws OutboxException when there are none, or newer or older ones
   */
  void check(Connection connection) throws SQLException {
    int found =
        version(connection)
            .orElseThrow(
                () ->
                    new OutboxException(
                        "there are no tables with the prefix "
                            + prefix
                            + ": let them be made, or make them with the statements of"
                            + " JdbcOutboxBuilder.schema()"));
    if (found != VERSION) {
      throw new OutboxException(
          "the tables with the prefix %s have version %d and this library has %d: %s"
              .formatted(
                  prefix,
                  found,
                  VERSION,
                  found > VERSION ? "use the newer library" : "bring the tables up to date"));
    }
  }

  /** Tables may be made between the look at them and the question whether they are there. */
  private Optional<Integer> version(Connection connection) throws SQLException {
    try {
      return read(connection);
    } catch (SQLException e) {
      return exists(connection) ? read(connection) : Optional.empty();
    }
  }

  private Optional<Integer> read(Connection connection) throws SQLException {
    String sql = "SELECT version FROM " + prefix + "schema";
    return Rows.list(connection, sql, row -> row.getInt(1)).stream().findFirst();
  }

  /** In the connection's own database and schema; others of the same server do not count. */
  private boolean exists(Connection connection) throws SQLException {
    String catalog = connection.getCatalog();
    String schema = connection.getSchema();
    for (String name : List.of(prefix + "schema", (prefix + "schema").toUpperCase(Locale.ROOT))) {
      try (var tables = connection.getMetaData().getTables(catalog, schema, name, null)) {
        if (tables.next()) {
          return true;
        }
      }
    }
    return false;
  }
}
