package dev.shopbell.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Databases of a test's own, by URLs that other processes can open, too. A server is started once
 * and ends with the tests.
 */
final class Places {
  private static @Nullable EmbeddedPostgres postgres;
  private static @Nullable MariaDbServer mariaDb;
  private static int databases;

  private Places() {}

  static String sqlite(Path folder) {
    return "jdbc:sqlite:" + folder.resolve("outbox.db");
  }

  /** With the setting by which a kill loses nothing that was committed. */
  static String h2(Path folder) {
    return "jdbc:h2:file:" + folder.resolve("outbox") + ";WRITE_DELAY=0";
  }

  static synchronized String postgres() throws IOException, SQLException {
    EmbeddedPostgres server = postgres;
    if (server == null) {
      server = EmbeddedPostgres.builder().start();
      postgres = server;
    }
    String name = "t" + ++databases;
    try (Connection connection = connect(server.getJdbcUrl("postgres", "postgres"))) {
      Dialect.run(connection, "CREATE DATABASE " + name);
    }
    return server.getJdbcUrl("postgres", name);
  }

  static synchronized String mariaDb() throws IOException, InterruptedException {
    MariaDbServer server = mariaDb;
    if (server == null) {
      server = MariaDbServer.start(Files.createTempDirectory("shopbell-mariadb"));
      Runtime.getRuntime().addShutdownHook(new Thread(server::end));
      mariaDb = server;
    }
    return server.url().replace("/shopbell?", "/t" + ++databases + "?");
  }

  static String user(String url) {
    return url.startsWith("jdbc:mariadb:")
        ? "root"
        : url.startsWith("jdbc:h2:") ? "sa" : "postgres";
  }

  /** A node's outbox with a pool of its own, by its database's time. */
  static JdbcOutbox open(String url) {
    return open(url, Optional.empty());
  }

  /** The same, by a test's time where there is one. */
  static JdbcOutbox open(String url, Optional<Clock> clock) {
    JdbcOutboxBuilder builder = builder(url);
    clock.ifPresent(time -> builder.clock(time).databaseClock(time));
    return builder.makeTables().build();
  }

  /** The same, where the application and the database tell different times. */
  static JdbcOutbox open(String url, Clock application, Clock database) {
    return builder(url).clock(application).databaseClock(database).makeTables().build();
  }

  /**
   * The same where the process will be killed: on H2 by one connection, or a kill halves things.
   */
  static JdbcOutbox openForKills(String url, Clock time) {
    JdbcOutboxBuilder builder =
        url.startsWith("jdbc:h2:") ? in(Pools.ofOne(url, user(url), "")) : builder(url);
    return builder.clock(time).databaseClock(time).makeTables().build();
  }

  private static JdbcOutboxBuilder builder(String url) {
    if (url.startsWith("jdbc:sqlite:")) {
      return JdbcOutbox.sqlite(Path.of(url.substring("jdbc:sqlite:".length())));
    }
    return in(Pools.of(url, user(url), ""));
  }

  private static JdbcOutboxBuilder in(HikariDataSource pool) {
    return JdbcOutbox.in(pool).closing(pool);
  }

  /** A host's own connection. On SQLite its transactions begin as writers. */
  static Connection connect(String url) throws SQLException {
    String settings = "?transaction_mode=IMMEDIATE&busy_timeout=20000&synchronous=FULL";
    return url.startsWith("jdbc:sqlite:")
        ? DriverManager.getConnection(url + settings)
        : DriverManager.getConnection(url, user(url), "");
  }

  /** A number that a host's own statement tells. */
  static long number(String url, String sql) throws SQLException {
    try (Connection connection = connect(url)) {
      return Rows.list(connection, sql, row -> row.getLong(1)).get(0);
    }
  }
}
