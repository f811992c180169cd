package dev.shopbell.jdbc;

import static dev.shopbell.testkit.SampleDeliveries.keyed;
import static dev.shopbell.testkit.SampleDeliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.notice.Purpose;
import dev.shopbell.testkit.SampleDeliveries;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application's clock may be wrong by hours. */
@Tag("delivery-07")
class DatabaseTimeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT5H", "PT-5H"})
  void whatIsDueNowIsDueWhateverTheApplicationsClockSays(Duration wrong) {
    Clock clock = Clock.offset(Clock.systemUTC(), wrong);
    try (JdbcOutbox outbox =
        JdbcOutbox.sqlite(folder.resolve("outbox.db")).makeTables().clock(clock).build()) {
      Instant now = clock.instant();
      outbox.enqueue(submission(SampleDeliveries.of("tea", Purpose.TRANSACTIONAL, now)));
      outbox.enqueue(
          submission(
              SampleDeliveries.of("tea", Purpose.TRANSACTIONAL, now.plus(Duration.ofMinutes(30)))));
      ClaimRequest request = ClaimRequest.of(now, Duration.ofMinutes(1), 9);
      assertThat(outbox.claim(request)).hasSize(1);
      assertThat(outbox.claim(request)).isEmpty();
      assertThat(outbox.nextDue().orElseThrow())
          .isBetween(now.plusSeconds(50), now.plusSeconds(70));
    }
  }

  @Test
  void anApplicationsClockThatIsYearsAheadTakesNothingOut() {
    Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofDays(3_650));
    try (JdbcOutbox outbox =
        JdbcOutbox.sqlite(folder.resolve("outbox.db")).makeTables().clock(wrong).build()) {
      Delivery delivery = SampleDeliveries.of("tea", Purpose.TRANSACTIONAL, wrong.instant());
      outbox.enqueue(keyed("k", "f", delivery));
      outbox.cancel(delivery.notice().store(), "SO-1", "order.paid", Instant.now());
      assertThat(outbox.tidy(Retention.STANDARD)).isEqualTo(new Tidied(0, 0, 0, false));
      assertThat(outbox.find(delivery.id())).isPresent();
    }
  }
}
