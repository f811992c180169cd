package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryListener;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.testkit.RecordingTransport;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportInfo;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers in the background whose database goes away while they hand messages over. */
@Tag("delivery-07")
@Timeout(60)
class OutageTest {
  private static final int NOTICES = 40;
  private static final int WORKERS = 4;

  @TempDir Path folder;
  private final RecordingTransport mail = RecordingTransport.on(Channel.EMAIL);
  private final CountDownLatch sending = new CountDownLatch(WORKERS / 2);
  private final CountDownLatch refused = new CountDownLatch(3);
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private HikariDataSource pool;
  private SwitchedSource database;
  private JdbcOutbox outbox;

  @BeforeEach
  void open() {
    pool = Pools.of(Places.h2(folder), "sa", "");
    database = new SwitchedSource(pool, refused::countDown);
    outbox = JdbcOutbox.in(database.source()).makeTables().closing(pool).build();
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  private Notifier notifier(DeliveryListener listener) {
    Notifier notifier =
        SmallShop.on(outbox).transport(new Slow()).workers(WORKERS).listener(listener).build();
    for (int i = 0; i < NOTICES; i++) {
      notifier.send(SmallShop.TEA, SmallShop.notice("SO-" + i));
    }
    return notifier;
  }

  /** Takes the first messages and answers when it may. */
  private final class Slow implements Transport {
    @Override
    public TransportInfo info() {
      return mail.info();
    }

    @Override
    public Outcome send(OutboundMessage message, SendContext context) throws InterruptedException {
      Outcome outcome = mail.send(message, context);
      sending.countDown();
      mayAnswer.await();
      return outcome;
    }
  }

  @Test
  void everythingIsDeliveredAfterItAndNothingTwice() throws Exception {
    CountDownLatch ended = new CountDownLatch(NOTICES);
    DeliveryListener listener =
        new DeliveryListener() {
          @Override
          public void ended(Delivery delivery) {
            ended.countDown();
          }
        };
    try (Notifier notifier = notifier(listener)) {
      sending.await();
      database.away(true);
      mayAnswer.countDown();
      refused.await();
      assertThatThrownBy(() -> notifier.send(SmallShop.TEA, SmallShop.notice("SO-late")))
          .isInstanceOf(OutboxException.class);
      database.away(false);
      assertThat(ended.await(40, TimeUnit.SECONDS)).isTrue();
      assertThat(mail.messages()).hasSize(NOTICES);
      assertThat(outbox.list(EnumSet.of(DeliveryState.ACCEPTED), 99)).hasSize(NOTICES);
      assertThat(outbox.nextDue()).isEmpty();
    }
  }

  @Test
  void aNotifierThatIsClosedInAnOutageEndsAndLosesNothing() throws Exception {
    Notifier notifier = notifier(new DeliveryListener() {});
    sending.await();
    database.away(true);
    mayAnswer.countDown();
    refused.await();
    notifier.close();
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
    try (HikariDataSource again = Pools.of(Places.h2(folder), "sa", "");
        JdbcOutbox next = JdbcOutbox.in(again).clock(later).databaseClock(later).build()) {
      List<Claim> left =
          next.claim(ClaimRequest.of(later.instant(), Duration.ofMinutes(1), NOTICES + 1));
      assertThat(left).hasSize(NOTICES);
      assertThat(left.stream().filter(Claim::abandoned)).hasSize(mail.messages().size());
    }
  }
}
