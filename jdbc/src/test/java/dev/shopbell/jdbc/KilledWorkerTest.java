package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.testkit.SampleDeliveries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/**
 * Kills a worker's process in the middle of its work, again and again; each time what it held is
 * worked on when its lease has ended. A long run: {@code mvn test -pl jdbc -am -Pmariadb
 * -Dtest='Killed*Test' -Doutbox.kills=100 -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("delivery-07")
@Timeout(900)
class KilledWorkerTest extends OnEachDatabase {
  private static final int A_KILL = 40;

  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

  @Override
  void check(String url) throws Exception {
    Instant now = SampleDeliveries.NOW;
    Set<String> queued = enqueue(url, now);
    for (int kill = 0; kill < Killed.TIMES; kill++) {
      String time = Long.toString(now.toEpochMilli());
      sent.addAll(Killed.after(A_KILL / 2 + kill % 7, KilledWorker.class, url, time));
      now = now.plus(KilledWorker.LEASE);
    }
    try (JdbcOutbox outbox = KilledWorker.open(url, now)) {
      new KilledWorker(outbox, now, sent::add).drain();
      assertThat(outbox.nextDue()).isEmpty();
      Set<String> accepted = ids(outbox, DeliveryState.ACCEPTED);
      Set<String> unknown = ids(outbox, DeliveryState.UNKNOWN);
      assertThat(sent).doesNotHaveDuplicates().containsAll(accepted);
      assertThat(unknown).hasSizeLessThanOrEqualTo(2 * KilledWorker.THREADS * Killed.TIMES);
      Set<String> ended = new HashSet<>(accepted);
      ended.addAll(unknown);
      assertThat(ended).isEqualTo(queued);
      Killed.report(url, sent.size() + " sent, " + unknown.size() + " unknown");
    }
  }

  private static Set<String> enqueue(String url, Instant now) {
    try (JdbcOutbox outbox = KilledWorker.open(url, now)) {
      Delivery[] deliveries =
          Stream.iterate(0, i -> i + 1)
              .limit(A_KILL * (Killed.TIMES + 1L))
              .map(i -> SampleDeliveries.of("store-" + i % 7))
              .toArray(Delivery[]::new);
      outbox.enqueue(SampleDeliveries.submission(deliveries));
      return Stream.of(deliveries)
          .map(delivery -> delivery.id().value())
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> ids(JdbcOutbox outbox, DeliveryState state) {
    return outbox.list(EnumSet.of(state), 1_000_000).stream()
        .map(delivery -> delivery.id().value())
        .collect(Collectors.toSet());
  }
}
