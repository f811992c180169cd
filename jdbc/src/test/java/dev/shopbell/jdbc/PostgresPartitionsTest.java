package dev.shopbell.jdbc;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.testkit.DeliveryStoreContract;
import dev.shopbell.testkit.SampleDeliveries;
import dev.shopbell.testkit.SettableClock;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The month partitions that {@code docs/operations.md} describes: nothing else changes. */
class PostgresPartitionsTest extends DeliveryStoreContract {
  @AutoClose private static SharedDatabase database;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = new SharedDatabase(Places.postgres());
  }

  private static void run(Stream<String> statements) throws SQLException {
    try (Connection connection = database.connection()) {
      for (String sql : statements.toList()) {
        Dialect.run(connection, sql);
      }
    }
  }

  private static String partitioned(String sql) {
    return sql.contains("_delivery (\n") || sql.contains("_log (\n")
        ? sql.replaceFirst("\\n\\)[^)]*(\\([^)]*\\))?$", "\n) PARTITION BY RANGE (id)")
        : sql;
  }

  private static String partition(String table, Instant from, Instant to) {
    return "CREATE TABLE %s_%s PARTITION OF %s FOR VALUES FROM ('%s') TO ('%s')"
        .formatted(
            table, DeliveryId.first(from), table, DeliveryId.first(from), DeliveryId.first(to));
  }

  @Override
  protected DeliveryStore open(SettableClock clock) {
    JdbcOutboxBuilder builder = database.newTables();
    String prefix = database.prefix();
    try {
      run(builder.schema().stream().map(PostgresPartitionsTest::partitioned));
      for (String table : List.of(prefix + "delivery", prefix + "log")) {
        run(
            Stream.of(
                partition(table, NOW.minus(Duration.ofDays(30)), NOW),
                partition(table, NOW, NOW.plus(Duration.ofDays(30))),
                "CREATE TABLE " + table + "_rest PARTITION OF " + table + " DEFAULT"));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return builder.clock(clock).databaseClock(clock).build();
  }

  @Test
  void aMonthThatIsDroppedLeavesTheOthersAsTheyWere() throws SQLException {
    SettableClock clock = SettableClock.at(NOW);
    try (DeliveryStore outbox = open(clock)) {
      Delivery sample = SampleDeliveries.of("tea");
      Delivery kept =
          new Delivery(
              DeliveryId.first(NOW),
              sample.notice(),
              sample.recipient(),
              sample.window(),
              sample.progress());
      outbox.enqueue(SampleDeliveries.submission(kept));
      String table = database.prefix() + "delivery";
      String month = table + "_" + DeliveryId.first(NOW.minus(Duration.ofDays(30)));
      run(Stream.of("ALTER TABLE " + table + " DETACH PARTITION " + month, "DROP TABLE " + month));
      assertThat(outbox.find(kept.id())).contains(kept);
    }
  }
}
