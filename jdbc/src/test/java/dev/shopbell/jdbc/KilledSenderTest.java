package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.SendResult;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.testkit.SampleDeliveries;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/**
 * Kills a sender's process in the middle of its commits, again and again. What was told as taken is
 * there, each transaction as a whole or not at all, and the same keys make no second notice. A long
 * run is {@link KilledWorkerTest}'s.
 */
@Tag("delivery-01")
@Tag("delivery-02")
@Tag("delivery-07")
@Timeout(900)
class KilledSenderTest extends OnEachDatabase {
  private static final int A_KILL = 40;

  private final Set<DeliveryId> taken = new HashSet<>();
  private int orders;

  @Override
  void check(String url) throws Exception {
    KilledWorker.open(url, SampleDeliveries.NOW).close();
    try (Connection connection = Places.connect(url)) {
      Dialect.run(connection, "CREATE TABLE orders (name varchar(64) PRIMARY KEY)");
    }
    int doubtful = 0;
    for (int kill = 0; kill < Killed.TIMES; kill++) {
      String name = "run" + kill;
      List<String> told = Killed.after(A_KILL + kill % 7, KilledSender.class, url, name);
      try (JdbcOutbox outbox = KilledWorker.open(url, SampleDeliveries.NOW)) {
        doubtful += again(outbox, new KilledSender(outbox, url), name, told);
      }
    }
    assertThat(Places.number(url, "SELECT count(*) FROM shopbell_delivery"))
        .isEqualTo(taken.size());
    assertThat(Places.number(url, "SELECT count(*) FROM shopbell_queue")).isEqualTo(taken.size());
    assertThat(Places.number(url, "SELECT count(*) FROM orders")).isEqualTo(orders);
    Killed.report(url, taken.size() + " taken, of them " + doubtful + " orders not told of");
  }

  /** Sends all again, and in each thread one more, of which nobody knows whether it was taken. */
  private int again(JdbcOutbox outbox, KilledSender sender, String name, List<String> told)
      throws SQLException {
    Map<String, Integer> next = new HashMap<>();
    for (String line : told) {
      String[] words = line.split(" ", -1);
      next.merge(words[0], 1, Integer::sum);
      List<SendResult> results = sender.send(words[0], Integer.parseInt(words[1]));
      assertThat(results).as(line).allMatch(SendResult::isDuplicate);
      assertThat(ids(results).map(DeliveryId::value))
          .containsExactly(Stream.of(words).skip(2).toArray(String[]::new));
      count(outbox, results, Integer.parseInt(words[1]));
    }
    int there = 0;
    for (int thread = 0; thread < KilledSender.THREADS; thread++) {
      int number = next.getOrDefault(name + "-" + thread, 0);
      List<SendResult> results = sender.send(name + "-" + thread, number);
      assertThat(results.stream().map(SendResult::status).distinct()).as("whole").hasSize(1);
      there += results.get(0).isDuplicate() ? 1 : 0;
      count(outbox, results, number);
    }
    return there;
  }

  private void count(JdbcOutbox outbox, List<SendResult> results, int number) {
    assertThat(ids(results)).allMatch(id -> outbox.find(id).isPresent());
    ids(results).forEach(taken::add);
    orders += KilledSender.isAlone(number) ? 0 : 1;
  }

  private static Stream<DeliveryId> ids(List<SendResult> results) {
    return results.stream().flatMap(result -> result.deliveries().stream());
  }
}
