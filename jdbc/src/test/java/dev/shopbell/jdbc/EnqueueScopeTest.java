package dev.shopbell.jdbc;

import static dev.shopbell.testkit.SampleDeliveries.keyed;
import static dev.shopbell.testkit.SampleDeliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.testkit.SampleDeliveries;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("delivery-01")
class EnqueueScopeTest {
  @TempDir Path folder;
  private HikariDataSource pool;
  private JdbcOutbox outbox;

  @BeforeEach
  void open() {
    pool = Pools.of("jdbc:h2:file:" + folder.resolve("outbox") + ";WRITE_DELAY=0", "sa", "");
    outbox = JdbcOutbox.in(pool).makeTables().closing(pool).build();
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  private Delivery sent(boolean commits) throws SQLException {
    Delivery delivery = SampleDeliveries.of("tea");
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      outbox.within(connection).enqueue(submission(delivery));
      assertThat(outbox.find(delivery.id())).isEmpty();
      if (commits) {
        connection.commit();
      } else {
        connection.rollback();
      }
    }
    return delivery;
  }

  @Test
  void aNoticeIsThereWhenTheCallerCommits() throws SQLException {
    Delivery delivery = sent(true);
    assertThat(outbox.find(delivery.id())).contains(delivery);
  }

  @Test
  void itNeverWasWhenTheCallerRollsBack() throws SQLException {
    Delivery delivery = sent(false);
    assertThat(outbox.find(delivery.id())).isEmpty();
    assertThat(outbox.nextDue()).isEmpty();
  }

  @Test
  void aKeyThatWasRolledBackIsFreeAgain() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      outbox.within(connection).enqueue(keyed("k", "f", SampleDeliveries.of("tea")));
      connection.rollback();
    }
    assertThat(outbox.enqueue(keyed("k", "f", SampleDeliveries.of("tea"))).isDuplicate()).isFalse();
  }

  @Test
  void aConnectionThatCommitsByItselfIsRefused() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      assertThatIllegalStateException()
          .isThrownBy(() -> outbox.within(connection))
          .withMessageContaining("setAutoCommit(false)");
    }
  }
}
