package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RunningNotifierTest {
  private final List<String> closed = new ArrayList<>();

  /** Takes what it is sent only when it is told to, or interrupted. */
  private static final class SlowTransport implements Transport {
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch allowed = new CountDownLatch(1);
    final AtomicBoolean interrupted = new AtomicBoolean();
    final AtomicBoolean accepted = new AtomicBoolean();

    @Override
    public TransportInfo info() {
      return TransportInfo.of("slow", Channel.SMS);
    }

    @Override
    public Outcome send(OutboundMessage message, SendContext context) throws InterruptedException {
      begun.countDown();
      try {
        allowed.await();
        accepted.set(true);
        return Outcome.Accepted.of("slow", "1");
      } catch (InterruptedException e) {
        interrupted.set(true);
        throw e;
      }
    }
  }

  private record ClosedTransport(List<String> closed) implements Transport {
    @Override
    public TransportInfo info() {
      return TransportInfo.of("closed", Channel.SMS);
    }

    @Override
    public Outcome send(OutboundMessage message, SendContext context) {
      return Outcome.Deferred.of(Reason.UNAVAILABLE, "later");
    }

    @Override
    public void close() {
      closed.add("transport");
    }
  }

  /** A bean of the host's that sends until the very end. */
  private record User(Notifier notifier, List<String> closed) implements DisposableBean {
    @Override
    public void destroy() {
      notifier.send(Host.STORE, Host.paid());
      closed.add("user");
    }
  }

  @Test
  void closesTheNotifierAfterWhatUsesItAndWithWhatItIsMadeOf() {
    Host.with(new ClosedTransport(closed))
        .withBean(User.class, closed)
        .run(context -> assertThat(closed).isEmpty());
    assertThat(closed).startsWith("user", "transport");
  }

  @Test
  @Tag("spring-03")
  void logsHowManyWereNotDeliveredAndNothingOfThem(CapturedOutput output) {
    Host.with(Host.sms())
        .run(
            context -> {
              Notifier notifier = context.getBean(Notifier.class);
              notifier.send(Host.STORE, Host.paid());
              notifier.send(Host.STORE, Host.paid());
            });
    assertThat(output)
        .contains("closed with 2 deliveries that were not delivered: {PENDING=2}")
        .doesNotContain("13812345600", "mail.example", "ann");
  }

  @Test
  void logsNothingWhenAllWereDelivered(CapturedOutput output) {
    Host.with(Host.sms())
        .run(
            context -> {
              Notifier notifier = context.getBean(Notifier.class);
              notifier.send(Host.STORE, Host.paid());
              notifier.dispatch();
            });
    assertThat(output).doesNotContain("not delivered");
  }

  @Test
  @Timeout(9)
  void worksWhileTheApplicationDoesAndGoesOnWhenItIsStartedAgain() {
    SlowTransport transport = new SlowTransport();
    transport.allowed.countDown();
    Host.with(transport)
        .withPropertyValues("shopbell.workers=2")
        .run(
            context -> {
              context.stop();
              context.getBean(Notifier.class).send(Host.STORE, Host.paid());
              assertThat(transport.begun.getCount()).isEqualTo(1);
              context.start();
              transport.begun.await();
            });
    assertThat(transport.accepted).isTrue();
  }

  /** A database that, when it is closed, tells how many deliveries were recorded as accepted. */
  private record ClosingDatabase(DataSource source, List<String> closed) implements DisposableBean {
    @Override
    public void destroy() {
      closed.add(OutboxHost.count(source, "shopbell_log WHERE state = 'ACCEPTED'") + "");
    }
  }

  @Test
  @Timeout(9)
  void recordsWhatWasUnderWayBeforeTheDatabaseCloses() {
    DataSource database = OutboxHost.database();
    SlowTransport transport = new SlowTransport();
    OutboxHost.in(database, transport)
        .withBean(ClosingDatabase.class, database, closed)
        .withPropertyValues("shopbell.workers=2")
        .run(
            context -> {
              context.getBean(Notifier.class).send(Host.STORE, Host.paid());
              transport.begun.await();
              new Thread(transport.allowed::countDown).start();
            });
    assertThat(closed).containsExactly("1");
  }

  @Test
  @Timeout(9)
  void interruptsWhatTakesLongerThanItsPatience() {
    SlowTransport transport = new SlowTransport();
    Host.with(transport)
        .withPropertyValues("shopbell.workers=2", "shopbell.close-patience=0")
        .run(
            context -> {
              context.getBean(Notifier.class).send(Host.STORE, Host.paid());
              transport.begun.await();
            });
    assertThat(transport.interrupted).isTrue();
  }

  @Test
  void letsWhatIsUnderWayEndWithinItsPatience() {
    SlowTransport transport = new SlowTransport();
    Host.with(transport)
        .withPropertyValues("shopbell.workers=2", "shopbell.close-patience=1m")
        .run(
            context -> {
              context.getBean(Notifier.class).send(Host.STORE, Host.paid());
              transport.begun.await();
              new Thread(transport.allowed::countDown).start();
            });
    assertThat(transport.accepted).isTrue();
    assertThat(transport.interrupted).isFalse();
  }
}
