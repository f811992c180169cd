package dev.shopbell.jdbc;

import static dev.shopbell.testkit.SampleDeliveries.keyed;
import static dev.shopbell.testkit.SampleDeliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.delivery.SendResult.Status;
import dev.shopbell.delivery.Submission;
import dev.shopbell.testkit.SampleDeliveries;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What several threads send at the same time shares a transaction, and nothing else. */
@Tag("delivery-01")
@Timeout(60)
class StoredTogetherTest {
  private static final int THREADS = 16;
  private static final int EACH = 20;

  @AutoClose private static SharedDatabase database;
  private final ExecutorService threads = Executors.newFixedThreadPool(2 * THREADS);
  private JdbcOutbox outbox;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = new SharedDatabase(Places.postgres());
  }

  @BeforeEach
  void open() {
    outbox = database.newTables().makeTables().build();
  }

  @AfterEach
  void close() {
    threads.shutdown();
    outbox.close();
  }

  private static Delivery[] deliveries(int count) {
    return Stream.generate(() -> SampleDeliveries.of("tea")).limit(count).toArray(Delivery[]::new);
  }

  private List<Future<SendResult>> send(int times, Supplier<Submission> submission) {
    List<Future<SendResult>> sent = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Callable<SendResult> call = () -> outbox.enqueue(submission.get());
      sent.add(threads.submit(call));
    }
    return sent;
  }

  private static List<SendResult> results(List<Future<SendResult>> sent)
      throws ExecutionException, InterruptedException {
    List<SendResult> results = new ArrayList<>();
    for (Future<SendResult> one : sent) {
      results.add(one.get());
    }
    return results;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 20})
  void ofThoseWithOneKeyOneIsStoredAndTheOthersHearOfIt(int deliveries) throws Exception {
    for (int key = 0; key < EACH; key++) {
      String name = "k-" + key;
      List<SendResult> results =
          results(send(THREADS, () -> keyed(name, "f", deliveries(deliveries))));
      assertThat(results).filteredOn(result -> !result.isDuplicate()).hasSize(1);
      assertThat(results)
          .extracting(SendResult::deliveries)
          .containsOnly(results.get(0).deliveries());
    }
    assertThat(outbox.status().urgent().pending()).isEqualTo((long) EACH * deliveries);
  }

  @Test
  void allThatIsStoredIsThereAsItWas() throws Exception {
    List<Delivery> all = List.of(deliveries(THREADS * EACH));
    List<Future<SendResult>> sent = new ArrayList<>();
    for (Delivery delivery : all) {
      sent.addAll(send(1, () -> submission(delivery)));
    }
    assertThat(results(sent)).extracting(SendResult::status).containsOnly(Status.QUEUED);
    for (Delivery delivery : all) {
      assertThat(outbox.find(delivery.id())).contains(delivery);
    }
    assertThat(outbox.status().urgent().pending()).isEqualTo(all.size());
  }

  @Test
  void whoWaitsForTheKeyOfAnOpenTransactionHoldsNobodyUp() throws Exception {
    try (Connection caller = database.connection()) {
      caller.setAutoCommit(false);
      outbox.within(caller).enqueue(keyed("taken", "f", SampleDeliveries.of("tea")));
      List<Future<SendResult>> waiting =
          send(4, () -> keyed("taken", "f", SampleDeliveries.of("tea")));
      results(send(THREADS * EACH, () -> submission(SampleDeliveries.of("tea"))));
      assertThat(waiting).noneMatch(Future::isDone);
      caller.commit();
      assertThat(results(waiting)).extracting(SendResult::status).containsOnly(Status.DUPLICATE);
    }
  }

  @Test
  void whatTheDatabaseRefusesFailsAlone() throws Exception {
    Delivery known = SampleDeliveries.of("tea");
    outbox.enqueue(submission(known));
    for (int i = 0; i < EACH; i++) {
      List<Future<SendResult>> bad = send(1, () -> submission(known));
      results(send(THREADS, () -> submission(SampleDeliveries.of("tea"))));
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(() -> results(bad))
          .withCauseInstanceOf(OutboxException.class);
    }
    assertThat(outbox.status().urgent().pending()).isEqualTo(1L + EACH * THREADS);
  }
}
