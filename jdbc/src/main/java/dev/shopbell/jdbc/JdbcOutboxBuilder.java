package dev.shopbell.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds an outbox: in which tables, and whether it makes them. */
public final class JdbcOutboxBuilder {
  private static final Logger log = LoggerFactory.getLogger(JdbcOutbox.class);

  private final DataSource source;
  private String prefix = "shopbell_";
  private boolean makesTables;
  private Clock clock = Clock.systemUTC();
  private Optional<Clock> databaseClock = Optional.empty();
  private AutoCloseable closing = () -> {};

  JdbcOutboxBuilder(DataSource source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  /** What the tables' names begin with; {@code shopbell_} unless given. */
  public JdbcOutboxBuilder prefix(String prefix) {
    this.prefix = Objects.requireNonNull(prefix, "prefix");
    return this;
  }

  /** Makes the tables where there are none; otherwise they must be there. */
  public JdbcOutboxBuilder makeTables() {
    makesTables = true;
    return this;
  }

  /** The application's time; the system's unless given. */
  public JdbcOutboxBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /** Instead of the database's time, for tests. */
  JdbcOutboxBuilder databaseClock(Clock clock) {
    databaseClock = Optional.of(clock);
    return this;
  }

  /** Closed with the outbox. */
  JdbcOutboxBuilder closing(AutoCloseable closing) {
    this.closing = closing;
    return this;
  }

  /**
   * The statements that make the tables, for whoever applies them by hand.
   *
   * @throws OutboxException when the database cannot be reached, or is none that is supported
   */
  public List<String> schema() {
    return withConnection(connection -> schema(connection).statements());
  }

  /**
   * The outbox.
   *
   * @throws OutboxException when the database cannot be reached or is none that is supported, when
   *     its tables are missing, or when they are of another version
   */
  public JdbcOutbox build() {
    Dialect dialect =
        withConnection(
            connection -> {
              Schema schema = schema(connection);
              Dialect found = Dialect.of(connection);
              found.open(connection);
              if (makesTables) {
                schema.apply(connection);
              }
              schema.check(connection);
              found
                  .dangers(connection, source)
                  .forEach(danger -> log.warn("the outbox: {}", danger));
              return found;
            });
    return new JdbcOutbox(new Database(source, dialect, prefix, databaseClock), clock, closing);
  }

  private Schema schema(Connection connection) throws SQLException {
    return new Schema(Dialect.of(connection), prefix);
  }

  /** Where nothing commits by itself, one statement that fails fails all that follow. */
  private <T> T withConnection(Database.Task<T> task) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(true);
      return task.run(connection);
    } catch (SQLException e) {
      throw OutboxException.of("opening the outbox", e);
    }
  }
}
