package dev.shopbell.jdbc;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static dev.shopbell.testkit.SampleDeliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.Purpose;
import dev.shopbell.testkit.SampleDeliveries;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** SQLite's file may grow no more. */
class FullDatabaseTest {
  @TempDir Path folder;

  private JdbcOutbox outbox(int pages) {
    SQLiteConfig config = new SQLiteConfig();
    config.setPragma(SQLiteConfig.Pragma.MAX_PAGE_COUNT, Integer.toString(pages));
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + folder.resolve("outbox.db"));
    return JdbcOutbox.in(source).makeTables().build();
  }

  private static Delivery delivery() {
    Map<String, Object> data = Map.of("words", "x".repeat(5_000));
    return SampleDeliveries.of("tea", Purpose.TRANSACTIONAL, NOW, data);
  }

  @Test
  void aFullFileRefusesByNameAndKeepsWhatItTook() {
    List<DeliveryId> taken = new ArrayList<>();
    try (JdbcOutbox outbox = outbox(200)) {
      assertThatThrownBy(
              () -> {
                while (true) {
                  Delivery delivery = delivery();
                  outbox.enqueue(submission(delivery));
                  taken.add(delivery.id());
                }
              })
          .isInstanceOf(OutboxException.class)
          .hasMessageStartingWith("storing a notice failed: ")
          .hasMessageContaining("the database is full: give it room, and do it again");
      assertThat(taken).hasSizeGreaterThan(20).allMatch(id -> outbox.find(id).isPresent());
    }
    try (JdbcOutbox outbox = outbox(2_000)) {
      outbox.enqueue(submission(delivery()));
      Instant now = Instant.now();
      List<Claim> claims = outbox.claim(ClaimRequest.of(now, Duration.ofMinutes(1), 999));
      assertThat(claims).hasSize(taken.size() + 1);
      assertThat(claims.stream().map(claim -> claim.delivery().id())).containsAll(taken);
    }
  }
}
