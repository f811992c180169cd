package dev.shopbell.jdbc;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static dev.shopbell.testkit.SampleDeliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.testkit.SampleDeliveries;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** A row of a newer version of the library, or with a time zone that this machine's Java lacks. */
@Tag("delivery-07")
class UnreadableRowTest extends OnEachDatabase {
  @Override
  void check(String url) throws Exception {
    try (JdbcOutbox outbox = KilledWorker.open(url, NOW)) {
      Delivery strange = SampleDeliveries.of("tea");
      Delivery other = SampleDeliveries.of("tea");
      outbox.enqueue(submission(strange));
      outbox.enqueue(submission(other));
      try (Connection host = Places.connect(url)) {
        byte[] body = {2, 1};
        Object[] values = {body, strange.id().value()};
        Rows.update(host, "UPDATE shopbell_delivery SET body = ? WHERE id = ?", values);
      }
      List<Claim> claims = outbox.claim(ClaimRequest.of(NOW, Duration.ofMinutes(1), 9));
      assertThat(claims).extracting(Claim::delivery).containsExactly(other);
      assertThat(outbox.backlog().pending()).isEqualTo(2);
    }
  }
}
