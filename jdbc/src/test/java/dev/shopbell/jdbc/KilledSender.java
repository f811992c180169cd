package dev.shopbell.jdbc;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.EnqueueScope;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.delivery.Submission;
import dev.shopbell.testkit.SampleDeliveries;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Sends notices with keys, one in a transaction of its own and then three in the caller's, and
 * tells what was taken; as a process of its own until it is killed.
 */
final class KilledSender {
  static final int THREADS = 4;
  static final int DELIVERIES = 2;
  private static final String ORDER = "INSERT INTO orders (name) VALUES ('%s')";

  private final JdbcOutbox outbox;
  private final String url;

  KilledSender(JdbcOutbox outbox, String url) {
    this.outbox = outbox;
    this.url = url;
  }

  /** The place of the outbox, and what its orders' names begin with. */
  public static void main(String[] args) {
    KilledSender sender =
        new KilledSender(KilledWorker.open(args[0], SampleDeliveries.NOW), args[0]);
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      new Thread(() -> sender.run(args[1] + "-" + thread)).start();
    }
  }

  private void run(String name) {
    try {
      for (int number = 0; true; number++) {
        List<SendResult> results = send(name, number);
        Killed.tell(
            name
                + " "
                + number
                + " "
                + results.stream()
                    .flatMap(result -> result.deliveries().stream())
                    .map(id -> id.value())
                    .collect(Collectors.joining(" ")));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An order's notices: one alone, or several with the order itself. */
  List<SendResult> send(String name, int number) throws SQLException {
    String order = name + "-" + number;
    if (isAlone(number)) {
      return List.of(outbox.enqueue(notice(order)));
    }
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      EnqueueScope scope = outbox.within(connection);
      List<SendResult> results = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        results.add(scope.enqueue(notice(order + "/" + i)));
      }
      if (results.stream().noneMatch(SendResult::isDuplicate)) {
        Dialect.run(connection, ORDER.formatted(order));
      }
      connection.commit();
      return results;
    }
  }

  private Connection connect() throws SQLException {
    Optional<DataSource> shared = outbox.dataSource();
    return shared.isPresent() ? shared.get().getConnection() : Places.connect(url);
  }

  static boolean isAlone(int number) {
    return number % 2 == 0;
  }

  private static Submission notice(String key) {
    Delivery[] deliveries = new Delivery[DELIVERIES];
    for (int i = 0; i < DELIVERIES; i++) {
      deliveries[i] = SampleDeliveries.of("tea");
    }
    return SampleDeliveries.keyed(key, "f", deliveries);
  }
}
