package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.Notifier;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryListener;
import dev.shopbell.jdbc.OutboxException;
import dev.shopbell.notice.Notification;
import dev.shopbell.spring.watch.ShopbellWatchAutoConfiguration;
import dev.shopbell.testkit.RecordingTransport;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ReflectionUtils;

/** Databases that go and come back, and applications that start, stop and start again. */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class OutboxLifeTest {
  private static final int NOTICES = 20;
  private final FailingDatabase database = new FailingDatabase(OutboxHost.database());
  private final RecordingTransport transport = Host.sms();

  /** An application with workers that counts down what ended. */
  private ApplicationContextRunner working(CountDownLatch ended) {
    DeliveryListener listener =
        new DeliveryListener() {
          @Override
          public void ended(Delivery delivery) {
            ended.countDown();
          }
        };
    return OutboxHost.in(database, transport)
        .withConfiguration(AutoConfigurations.of(ShopbellWatchAutoConfiguration.class))
        .withBean(DeliveryListener.class, () -> listener)
        .withPropertyValues("shopbell.workers=2");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(ApplicationContext context) {
    context.getBean(Notifier.class).send(Host.STORE, Host.paid());
  }

  @Test
  @Tag("spring-03")
  void saysThatTheDatabaseIsDownAndWhatToLookAt() {
    database.goAway(1);
    OutboxHost.in(database, transport)
        .run(
            context -> {
              Throwable cause = context.getStartupFailure();
              while (cause != null && !(cause instanceof MisconfiguredException)) {
                cause = cause.getCause();
              }
              MisconfiguredException failure = (MisconfiguredException) cause;
              assertThat(failure).isNotNull();
              assertThat(failure.problem())
                  .isEqualTo(
                      "The database that keeps deliveries gives no connection:"
                          + " SQLNonTransientConnectionException, SQL state 08001.");
              assertThat(failure.remedy())
                  .startsWith("See that it runs, and that spring.datasource.url, ")
                  .contains("shopbell.outbox.data-source", "shopbell.outbox.enabled=false");
            });
  }

  @Test
  @Tag("delivery-07")
  void goesOnWhenTheDatabaseIsBack(CapturedOutput output) {
    CountDownLatch ended = new CountDownLatch(1);
    working(ended)
        .run(
            context -> {
              CountDownLatch refused = database.goAway(2);
              assertThatThrownBy(() -> send(context))
                  .isInstanceOf(OutboxException.class)
                  .hasMessageContaining("the database cannot be reached");
              await(refused);
              database.comeBack();
              send(context);
              await(ended);
            });
    assertThat(transport.messages()).hasSize(1);
    assertThat(output).doesNotContain("hunter2");
  }

  @Test
  @Tag("spring-04")
  void isDownWhileTheDatabaseIsAwayAndTellsNoSecret() {
    working(new CountDownLatch(1))
        .withPropertyValues("shopbell.workers=0")
        .run(
            context -> {
              database.goAway(1);
              assertThat(health(context))
                  .contains("DOWN", "their store cannot be asked (OutboxException)")
                  .doesNotContain("hunter2", "db.example");
            });
  }

  /** Boot 3 and 4 have the same method in different places. */
  private static String health(ApplicationContext context) {
    Object indicator = context.getBean("shopbellHealthIndicator");
    Method health = ReflectionUtils.findMethod(indicator.getClass(), "health");
    ReflectionUtils.makeAccessible(Objects.requireNonNull(health));
    return String.valueOf(ReflectionUtils.invokeMethod(health, indicator));
  }

  @Test
  void closesWhileTheDatabaseIsAway() {
    working(new CountDownLatch(1))
        .run(
            context -> {
              send(context);
              database.goAway(1);
            });
    database.comeBack();
    assertThat(OutboxHost.count(database)).isEqualTo(1);
  }

  @Test
  @Tag("delivery-07")
  void anApplicationThatIsStartedAgainInOneProcessLeavesNothingBehindAndGoesOn() {
    Set<Thread> before = threads();
    for (int i = 0; i < 2; i++) {
      CountDownLatch ended = new CountDownLatch(NOTICES);
      OutboxHost.in(database, transport)
          .run(
              context -> {
                for (int notice = 0; notice < NOTICES; notice++) {
                  send(context);
                }
              });
      working(ended).run(context -> await(ended));
    }
    assertThat(transport.messages()).hasSize(2 * NOTICES);
    Set<Thread> left = threads();
    left.removeAll(before);
    left.forEach(OutboxLifeTest::join);
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("shopbell"))
        .collect(Collectors.toSet());
  }

  private static void join(Thread thread) {
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(thread.isAlive()).as(thread.getName()).isFalse();
  }

  @Test
  @Tag("delivery-02")
  void twoApplicationsInOneProcessSendEachNoticeOnce() {
    CountDownLatch ended = new CountDownLatch(NOTICES);
    working(ended)
        .run(
            one ->
                working(ended)
                    .run(
                        two -> {
                          for (int i = 0; i < NOTICES; i++) {
                            Notification notice = Host.paid().key("paid:" + i);
                            List.of(one, two)
                                .forEach(
                                    each -> each.getBean(Notifier.class).send(Host.STORE, notice));
                          }
                          await(ended);
                        }));
    assertThat(transport.messages()).hasSize(NOTICES);
  }
}
