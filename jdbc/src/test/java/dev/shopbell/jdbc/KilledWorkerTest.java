package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.testkit.SampleDeliveries;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a worker's process in the middle of its work, again and again. A long run: {@code mvn test
 * -pl jdbc -am -Dtest=KilledWorkerTest -Doutbox.kills=100 -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("delivery-07")
@Timeout(900)
class KilledWorkerTest {
  private static final int KILLS = Integer.getInteger("outbox.kills", 3);
  private static final int A_KILL = 40;

  @TempDir Path folder;
  private final List<String> sent = new ArrayList<>();

  @Test
  void aKilledWorkerOnSqliteLosesNothingAndSendsNothingTwice() throws IOException {
    check(folder.resolve("outbox.db").toString());
  }

  @Test
  void aKilledWorkerOnPostgresLosesNothingAndSendsNothingTwice() throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      check(server.getJdbcUrl("postgres", "postgres"));
    }
  }

  private void check(String place) throws IOException {
    Instant now = SampleDeliveries.NOW;
    Set<String> queued = enqueue(place, now);
    for (int kill = 0; kill < KILLS; kill++) {
      killAfter(A_KILL / 2, place, now);
      now = now.plus(Duration.ofMinutes(2));
    }
    killAfter(Integer.MAX_VALUE, place, now);
    killAfter(Integer.MAX_VALUE, place, now.plus(Duration.ofMinutes(2)));
    try (JdbcOutbox outbox = KilledWorker.open(place, now)) {
      assertThat(outbox.nextDue()).isEmpty();
      Set<String> accepted = ids(outbox, DeliveryState.ACCEPTED);
      Set<String> unknown = ids(outbox, DeliveryState.UNKNOWN);
      assertThat(sent).doesNotHaveDuplicates().containsAll(accepted);
      assertThat(unknown).hasSizeLessThanOrEqualTo(2 * KilledWorker.THREADS * KILLS);
      Set<String> ended = new HashSet<>(accepted);
      ended.addAll(unknown);
      assertThat(ended).isEqualTo(queued);
    }
  }

  private static Set<String> enqueue(String place, Instant now) {
    try (JdbcOutbox outbox = KilledWorker.open(place, now)) {
      Delivery[] deliveries = new Delivery[A_KILL * (KILLS + 1)];
      for (int i = 0; i < deliveries.length; i++) {
        deliveries[i] = SampleDeliveries.of("store-" + i % 7);
      }
      outbox.enqueue(SampleDeliveries.submission(deliveries));
      return Set.of(deliveries).stream()
          .map(delivery -> delivery.id().value())
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> ids(JdbcOutbox outbox, DeliveryState state) {
    return outbox.list(EnumSet.of(state), 1_000_000).stream()
        .map(delivery -> delivery.id().value())
        .collect(Collectors.toSet());
  }

  /**
   * Runs a worker and kills it by its handle, so that its output stays open, once it has sent so
   * many; what it had sent until then counts.
   */
  private void killAfter(int most, String place, Instant now) throws IOException {
    Process worker =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledWorker.class.getName(),
                place,
                Long.toString(now.toEpochMilli()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(worker.getInputStream(), StandardCharsets.US_ASCII))) {
      int count = 0;
      for (String id = out.readLine(); id != null; id = out.readLine()) {
        sent.add(id);
        if (++count == most) {
          worker.toHandle().destroyForcibly();
        }
      }
    }
  }
}
