package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A session in a zone whose clocks are put back: one hour's local times come twice. */
@Tag("mariadb")
@Tag("delivery-07")
class MariaDbTimeTest {
  private static final Instant PUT_BACK = Instant.parse("2026-10-25T01:00:00Z");
  private Connection connection;

  @BeforeEach
  void putClocksBack() throws Exception {
    connection = Places.connect(Places.mariaDb());
    long at = PUT_BACK.getEpochSecond();
    for (String sql :
        List.of(
            "REPLACE INTO mysql.time_zone (Time_zone_id, Use_leap_seconds) VALUES (9001, 'N')",
            "REPLACE INTO mysql.time_zone_name (Name, Time_zone_id) VALUES ('Test/Autumn', 9001)",
            "REPLACE INTO mysql.time_zone_transition_type VALUES (9001, 0, 7200, 1, 'S'),"
                + " (9001, 1, 3600, 0, 'W')",
            "REPLACE INTO mysql.time_zone_transition VALUES (9001, 0, 0), (9001, " + at + ", 1)",
            "SET time_zone = 'Test/Autumn'")) {
      Dialect.run(connection, sql);
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void everyMinuteOfThatNightFollowsTheOneBefore() throws SQLException {
    for (int minutes = -90; minutes < 90; minutes += 10) {
      Instant time = PUT_BACK.plusSeconds(60L * minutes).plusMillis(125);
      String at = time.getEpochSecond() + ".125";
      Dialect.run(connection, "SET SESSION timestamp = " + at);
      String sql = "SELECT " + MariaDb.mariadb().now();
      long told = Rows.list(connection, sql, row -> row.getLong(1)).get(0);
      assertThat(Instant.ofEpochMilli(told)).isEqualTo(time);
    }
  }
}
