package dev.shopbell.jdbc;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static dev.shopbell.testkit.SampleDeliveries.keyed;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.testkit.SampleDeliveries;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;

/**
 * A pool of one connection that does not commit by itself, at the highest isolation: as a host's
 * other parts may want it.
 */
@Tag("delivery-07")
class PoolSettingsTest extends OnEachDatabase {
  @Override
  void check(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(Places.user(url));
    config.setPassword("");
    config.setMaximumPoolSize(1);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
    config.setConnectionTimeout(5_000);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      check(pool);
    }
  }

  private static void check(HikariDataSource pool) {
    JdbcOutbox outbox = JdbcOutbox.in(pool).makeTables().build();
    Delivery delivery = SampleDeliveries.of("tea");
    outbox.enqueue(keyed("k", "f", delivery));
    assertThat(outbox.enqueue(keyed("k", "f", SampleDeliveries.of("tea"))).isDuplicate()).isTrue();
    assertThat(outbox.find(delivery.id())).contains(delivery);
    List<Claim> claims = outbox.begin(outbox.claim(ClaimRequest.of(NOW, Duration.ofMinutes(1), 9)));
    outbox.complete(
        claims.stream()
            .map(claim -> claim.delivery().progress().ended(DeliveryState.SKIPPED, NOW, "off"))
            .map(progress -> new Completion(claims.get(0), progress))
            .toList());
    assertThat(outbox.find(delivery.id()).orElseThrow().state()).isEqualTo(DeliveryState.SKIPPED);
    assertThat(outbox.tidy(Retention.STANDARD).more()).isFalse();
    assertThat(outbox.backlog().pending()).isZero();
  }
}
