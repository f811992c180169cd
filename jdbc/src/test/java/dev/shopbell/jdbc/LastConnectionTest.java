package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.consent.ConsentPolicy;
import dev.shopbell.consent.Consents;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.suppression.SuppressionPolicy;
import dev.shopbell.suppression.Suppressions;
import dev.shopbell.testkit.RecordingTransport;
import java.sql.Connection;
import java.time.Clock;
import org.junit.jupiter.api.Tag;

/** A caller whose transaction has the only connection of the pool. */
@Tag("delivery-01")
class LastConnectionTest extends OnEachDatabase {
  @Override
  void check(String url) throws Exception {
    if (url.startsWith("jdbc:sqlite:")) {
      return;
    }
    try (HikariDataSource pool = Pools.of(url, Places.user(url), "")) {
      JdbcOutbox outbox = JdbcOutbox.in(pool).makeTables().build();
      pool.setMaximumPoolSize(1);
      pool.setConnectionTimeout(2_000);
      Notifier notifier = notifier(outbox);
      try (Connection connection = pool.getConnection()) {
        connection.setAutoCommit(false);
        SendResult result =
            notifier.send(outbox.within(connection), SmallShop.TEA, SmallShop.notice("SO-1"));
        assertThat(result.deliveries()).hasSize(1);
        connection.commit();
      }
      assertThat(notifier.dispatch()).isEqualTo(1);
    }
  }

  private static Notifier notifier(JdbcOutbox outbox) {
    Clock clock = Clock.systemUTC();
    return SmallShop.on(outbox)
        .transport(RecordingTransport.on(Channel.EMAIL))
        .suppressions(new Suppressions(outbox.suppressions(), SuppressionPolicy.STANDARD, clock))
        .consents(new Consents(outbox.consents(), ConsentPolicy.OPT_IN, clock))
        .workers(0)
        .build();
  }
}
