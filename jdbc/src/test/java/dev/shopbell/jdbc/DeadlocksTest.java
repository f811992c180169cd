package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.notice.DeliveryId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two nodes that do everything at once to the same deliveries: nothing is lost, nothing ends twice,
 * and PostgreSQL finds no deadlock. A long run has {@code -Doutbox.steps=1000}.
 */
@Timeout(300)
class DeadlocksTest {
  private static final int THREADS = 4;
  private static final int STEPS = Integer.getInteger("outbox.steps", 40);
  private static final String OTHERS =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND pid <> pg_backend_pid()";

  @Test
  void nodesOnPostgresNeverWaitInACircle() throws Exception {
    String url = Places.postgres();
    crowd(url);
    while (Places.number(url, OTHERS) > 0) {
      Thread.onSpinWait();
    }
    String count = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";
    assertThat(Places.number(url, count)).isZero();
  }

  @Test
  @Tag("mariadb")
  void nodesOnMariaDbNeverWaitInACircle() throws Exception {
    String url = Places.mariaDb();
    String count =
        "SELECT variable_value FROM information_schema.global_status"
            + " WHERE variable_name = 'INNODB_DEADLOCKS'";
    long before = Places.number(url, count);
    crowd(url);
    assertThat(Places.number(url, count)).isEqualTo(before);
  }

  private static void crowd(String url) throws Exception {
    try (JdbcOutbox one = Places.open(url);
        JdbcOutbox two = Places.open(url)) {
      List<Crowd> crowds = new ArrayList<>();
      List<Callable<Void>> calls = new ArrayList<>();
      for (int i = 0; i < 2 * THREADS; i++) {
        Crowd crowd = new Crowd(i % 2 == 0 ? one : two, i);
        crowds.add(crowd);
        calls.add(
            () -> {
              crowd.run(STEPS);
              return null;
            });
      }
      ExecutorService threads = Executors.newFixedThreadPool(2 * THREADS);
      for (Future<Void> call : threads.invokeAll(calls)) {
        call.get();
      }
      threads.shutdown();
      crowds.get(0).drain();
      Map<DeliveryId, Integer> ends = new HashMap<>();
      crowds.forEach(crowd -> crowd.ends.forEach((id, n) -> ends.merge(id, n, Integer::sum)));
      assertThat(ends).hasSizeGreaterThan(STEPS);
      assertThat(ends.keySet().stream().map(id -> ends.get(id) + " " + state(one, id)).distinct())
          .as("queued %s", Places.number(url, "SELECT count(*) FROM shopbell_queue"))
          .allMatch(found -> found.startsWith("1 ") && !found.endsWith("PENDING"));
    }
  }

  private static DeliveryState state(JdbcOutbox outbox, DeliveryId id) {
    return outbox.find(id).orElseThrow().state();
  }
}
