package dev.shopbell.smtp;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shopbell.transport.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Letters sent from virtual threads, where the running JDK has them (21 and later). */
@Timeout(60)
class VirtualThreadsTest {
  @Test
  void manyVirtualThreadsSendOverFewConnections() throws Exception {
    assumeTrue(Runtime.version().feature() >= 21, "skipped: this Java has no virtual threads");
    ExecutorService threads =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    try (Sending sending = new Sending()) {
      sending.server.option("pool", "2");
      List<Future<Outcome>> sent = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        String words = "letter " + i;
        sent.add(threads.submit(() -> sending.send(words)));
      }
      for (Future<Outcome> one : sent) {
        assertThat(one.get()).isAccepted();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
