package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryListener;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.notice.Notification;
import dev.shopbell.testkit.RecordingTransport;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database's server is killed while notices are stored and workers send them. Whoever stores
 * one tries again with the same key until it is told that it is stored.
 */
@Tag("mariadb")
@Tag("delivery-07")
@Timeout(120)
class KilledServerTest {
  private static final int NOTICES = 300;
  private static final int WORKERS = 4;

  @TempDir Path folder;
  private final RecordingTransport mail = RecordingTransport.on(Channel.EMAIL);
  private final CountDownLatch ended = new CountDownLatch(NOTICES);

  private final DeliveryListener listener =
      new DeliveryListener() {
        @Override
        public void ended(Delivery delivery) {
          ended.countDown();
        }
      };

  @Test
  void everythingIsSentOnceByTheSameWorkersWhenItIsBack() throws Exception {
    MariaDbServer server = MariaDbServer.start(folder);
    try (HikariDataSource pool = Pools.of(server.url(), "root", "");
        JdbcOutbox outbox = JdbcOutbox.in(pool).makeTables().build();
        Notifier notifier =
            SmallShop.on(outbox).transport(mail).workers(WORKERS).listener(listener).build()) {
      Thread sender = new Thread(() -> sendAll(notifier));
      sender.start();
      while (ended.getCount() > NOTICES - 20) {
        Thread.onSpinWait();
      }
      server.killAndStart();
      sender.join();
      awaitIdle();
      outbox.endLeases();
      assertThat(ended.await(40, TimeUnit.SECONDS)).isTrue();
      assertThat(mail.messages()).hasSize(NOTICES);
      assertThat(outbox.list(EnumSet.of(DeliveryState.ACCEPTED), NOTICES + 1)).hasSize(NOTICES);
    } finally {
      server.stop();
    }
  }

  /** What was claimed when the answer to the claim was lost waits for its lease alone. */
  private void awaitIdle() throws InterruptedException {
    long before;
    do {
      before = ended.getCount();
    } while (!ended.await(3, TimeUnit.SECONDS) && ended.getCount() < before);
    assertThat(ended.getCount()).isLessThanOrEqualTo(2 * WORKERS);
  }

  private static void sendAll(Notifier notifier) {
    for (int i = 0; i < NOTICES; i++) {
      Notification notice = SmallShop.notice("SO-" + i).key("paid:SO-" + i);
      boolean stored = false;
      while (!stored) {
        try {
          stored = !notifier.send(SmallShop.TEA, notice).deliveries().isEmpty();
        } catch (OutboxException e) {
          Thread.onSpinWait();
        }
      }
    }
  }
}
