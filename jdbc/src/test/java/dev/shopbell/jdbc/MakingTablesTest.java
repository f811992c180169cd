package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Several processes that start at once; where tables are not made as a whole or not at all, on what
 * a killed one has made.
 */
class MakingTablesTest extends OnEachDatabase {
  private static final int NODES = 4;

  @Override
  void check(String url) throws Exception {
    if (url.startsWith("jdbc:h2:") || url.startsWith("jdbc:mariadb:")) {
      makeHalf(url);
    }
    List<Callable<JdbcOutbox>> nodes = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      nodes.add(() -> Places.open(url));
    }
    ExecutorService threads = Executors.newFixedThreadPool(NODES);
    for (Future<JdbcOutbox> node : threads.invokeAll(nodes)) {
      try (JdbcOutbox outbox = node.get()) {
        assertThat(outbox.backlog().pending()).isZero();
      }
    }
    threads.shutdown();
  }

  private static void makeHalf(String url) throws SQLException {
    try (Connection host = Places.connect(url)) {
      Dialect dialect = Dialect.of(host);
      dialect.open(host);
      List<String> statements = new Schema(dialect, "shopbell_").statements();
      for (String statement : statements.subList(0, statements.size() / 2)) {
        Dialect.run(host, statement);
      }
    }
  }
}
