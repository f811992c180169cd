package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.Notifier;
import dev.shopbell.NotifierBuilder;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryListener;
import dev.shopbell.delivery.EnqueueScope;
import dev.shopbell.delivery.InMemoryDeliveryStore;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.delivery.Submission;
import dev.shopbell.delivery.Tracing;
import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.TransportInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a framework needs: starting and stopping, a scope of its own, and what it carries along. */
@Timeout(60)
class NotifierLifeTest {
  private final Shop shop = new Shop();
  private final List<String> heard = new ArrayList<>();
  private volatile CountDownLatch ended = new CountDownLatch(1);

  private NotifierBuilder working() {
    return shop.bare()
        .clock(Clock.systemUTC())
        .transport(shop.mail)
        .workers(2)
        .listener(
            new DeliveryListener() {
              @Override
              public void queued(Delivery delivery) {
                heard.add("queued");
              }

              @Override
              public void ended(Delivery delivery) {
                ended.countDown();
              }
            });
  }

  private void awaitEnd() throws InterruptedException {
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void sendsNothingInTheBackgroundBeforeItIsStarted() throws InterruptedException {
    try (Notifier notifier = working().buildStopped()) {
      notifier.send(Shop.TEA, Shop.of("order.mail", "SO-1"));
      assertThat(shop.mail.messages()).isEmpty();
      notifier.start();
      notifier.start();
      awaitEnd();
    }
  }

  @Test
  void storesWhatIsSentWhileItIsStoppedAndSendsItWhenItGoesOn() throws InterruptedException {
    Notifier notifier = working().build();
    notifier.stop(Duration.ofSeconds(5));
    notifier.send(Shop.TEA, Shop.of("order.mail", "SO-1"));
    assertThat(shop.mail.messages()).isEmpty();
    notifier.start();
    awaitEnd();
    notifier.close(Duration.ofSeconds(5));
    assertThatThrownBy(notifier::start).hasMessageContaining("is closed");
  }

  @Test
  void storesInTheScopeThatItWasGivenAndTellsNobodyBeforeThatCommits() {
    List<Runnable> afterCommit = new ArrayList<>();
    InMemoryDeliveryStore deliveries = new InMemoryDeliveryStore(10);
    EnqueueScope scope =
        new EnqueueScope() {
          @Override
          public SendResult enqueue(Submission submission) {
            heard.add("stored");
            return deliveries.enqueue(submission);
          }

          @Override
          public void afterCommit(Runnable work) {
            afterCommit.add(work);
          }
        };
    try (Notifier notifier = working().workers(0).deliveries(deliveries).scope(scope).build()) {
      notifier.send(Shop.TEA, Shop.of("order.mail", "SO-1"));
      assertThat(heard).containsExactly("stored");
      afterCommit.forEach(Runnable::run);
      assertThat(heard).containsExactly("stored", "queued");
    }
  }

  @Test
  @Tag("spring-04")
  void carriesAlongWhatTracingGivesToEachAttempt() {
    Tracing tracing =
        new Tracing() {
          @Override
          public <T> T sending(String type, Function<Map<String, String>, T> work) {
            return work.apply(Map.of("traceparent", "of " + type));
          }

          @Override
          public Outcome attempting(
              Delivery delivery, TransportInfo info, Endpoint endpoint, Supplier<Outcome> work) {
            heard.add(delivery.notice().carried().get("traceparent"));
            return work.get();
          }
        };
    try (Notifier notifier = working().workers(0).tracing(tracing).build()) {
      notifier.send(Shop.TEA, Shop.of("order.mail", "SO-1"));
      notifier.dispatch();
      assertThat(shop.mail.messages()).hasSize(1);
      assertThat(heard).containsExactly("queued", "of order.mail");
    }
  }
}
