package dev.shopbell.benchmarks.outbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.shopbell.jdbc.JdbcOutbox;
import dev.shopbell.jdbc.JdbcOutboxBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * The database that is measured: our outbox in it, and connections for bare tables, out of the same
 * pool. SQLite has one connection a file, so a bare table has a file of its own.
 */
final class Place implements AutoCloseable {
  private static final int CONNECTIONS = 16;

  private final Options options;
  private final String prefix = "b" + Long.toString(System.currentTimeMillis(), 36) + "_";
  private final Path folder;
  private final HikariDataSource pool;
  private final JdbcOutbox outbox;

  Place(Options options) throws IOException {
    this.options = options;
    this.folder = Files.createTempDirectory("outbox");
    this.pool =
        options.sqlite()
            ? sqlite(folder.resolve("bare.db"))
            : new HikariDataSource(config(options, CONNECTIONS));
    this.outbox = open();
  }

  /** One more outbox on the same tables, for who closes it. */
  JdbcOutbox open() {
    JdbcOutboxBuilder builder =
        options.sqlite() ? JdbcOutbox.sqlite(folder.resolve("outbox.db")) : JdbcOutbox.in(pool);
    return builder.prefix(prefix).makeTables().build();
  }

  private static HikariDataSource sqlite(Path file) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=FULL");
    config.setMaximumPoolSize(1);
    return new HikariDataSource(config);
  }

  static HikariConfig config(Options options, int connections) {
    List<String> place = options.place();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(place.get(0));
    config.setUsername(place.size() > 1 ? place.get(1) : "");
    config.setPassword(place.size() > 2 ? place.get(2) : "");
    config.setMaximumPoolSize(connections);
    return config;
  }

  JdbcOutbox outbox() {
    return outbox;
  }

  DataSource source() {
    return pool;
  }

  /** What our bare tables' names begin with. */
  String prefix() {
    return prefix;
  }

  void run(String... statements) throws SQLException {
    run(pool, statements);
  }

  void empty(String table) throws SQLException {
    run((options.sqlite() ? "DELETE FROM " : "TRUNCATE TABLE ") + table);
  }

  static void run(DataSource source, String... statements) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Takes the tables away unless they are to stay. A SQLite file stays in the temporary folder. */
  @Override
  public void close() throws SQLException {
    outbox.close();
    if (!options.sqlite() && !options.keep()) {
      for (String table : tables(pool, prefix)) {
        run("DROP TABLE " + table);
      }
    }
    pool.close();
  }

  /** The tables of a source's own schema whose names begin so. */
  static List<String> tables(DataSource source, String prefix) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = source.getConnection();
        ResultSet rows =
            connection
                .getMetaData()
                .getTables(
                    connection.getCatalog(),
                    connection.getSchema(),
                    prefix + "%",
                    new String[] {"TABLE"})) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return tables;
  }
}
