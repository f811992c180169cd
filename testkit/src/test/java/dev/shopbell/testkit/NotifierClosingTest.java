package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of what is due, under way, or sent while a notifier closes, and afterwards. */
@Timeout(60)
class NotifierClosingTest {
  private final Shop shop = new Shop();

  @Test
  void closeReturnsWhatWasNotDeliveredWithItsReason() {
    shop.mail.answer(
        new Outcome.Rejected(Reason.CONTENT, "554 no"),
        new Outcome.Unknown("cut"),
        Outcome.Deferred.of(Reason.UNAVAILABLE, "421 busy"));
    Notifier notifier = shop.builder().build();
    for (int i = 1; i <= 4; i++) {
      notifier.send(Shop.TEA, Shop.of("order.mail", "SO-" + i));
    }
    notifier.dispatch();
    List<Delivery> left = notifier.close(Duration.ZERO);
    assertThat(left)
        .extracting(delivery -> delivery.state() + " " + delivery.progress().why())
        .containsExactly(
            "FAILED email rejected, CONTENT: 554 no",
            "UNKNOWN email unknown: cut",
            "PENDING email deferred, UNAVAILABLE: 421 busy");
  }

  @Test
  void aClosedNotifierDispatchesNothingMore() {
    Notifier notifier = shop.builder().build();
    notifier.send(Shop.TEA, Shop.paid("SO-1"));
    assertThat(notifier.close(Duration.ZERO)).hasSize(1);
    assertThat(notifier.dispatch()).isZero();
    assertThat(shop.mail).hasSent(0);
  }

  @Test
  void aClosedNotifierRefusesSinceNobodyWouldSendIt() {
    Notifier notifier = shop.builder().build();
    notifier.close();
    assertThatThrownBy(() -> notifier.send(Shop.TEA, Shop.paid("SO-1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the notifier is closed: nothing more can be sent");
    assertThat(notifier.close(Duration.ZERO)).isEmpty();
  }

  @Test
  void closeWorksOffWhatIsDueFirst() {
    for (int i = 0; i < 50; i++) {
      Shop quick = new Shop();
      Notifier notifier =
          quick.bare().clock(Clock.systemUTC()).workers(2).transport(quick.mail).build();
      notifier.send(Shop.TEA, Shop.of("order.mail", "n-1"));
      notifier.send(Shop.COFFEE, Shop.of("order.mail", "n-2"));
      assertThat(notifier.close(Duration.ofSeconds(20))).isEmpty();
      assertThat(quick.mail.messages()).hasSize(2);
    }
  }

  @Test
  void whatIsSentWhileItClosesIsEitherRefusedOrToldOf() throws Exception {
    for (int round = 0; round < 20; round++) {
      Shop busy = new Shop();
      Notifier notifier =
          busy.bare().clock(Clock.systemUTC()).workers(2).transport(busy.mail).build();
      ExecutorService threads = Executors.newFixedThreadPool(2);
      CountDownLatch some = new CountDownLatch(20);
      Future<Integer> sent =
          threads.submit(
              () -> {
                int count = 0;
                try {
                  while (true) {
                    notifier.send(Shop.TEA, Shop.of("order.mail", "n-" + count));
                    count++;
                    some.countDown();
                  }
                } catch (IllegalStateException e) {
                  return count;
                }
              });
      some.await(20, TimeUnit.SECONDS);
      List<Delivery> left = notifier.close(Duration.ofMillis(1));
      assertThat(busy.mail.messages().size() + left.size()).isEqualTo(sent.get());
      threads.shutdown();
    }
  }

  @Test
  void closeInterruptsWhatDoesNotEndAndReturnsIt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Notifier notifier =
        shop.bare().clock(Clock.systemUTC()).workers(2).transport(new Stuck(begun)).build();
    notifier.send(Shop.TEA, Shop.of("order.mail", "n-1"));
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(notifier.close(Duration.ofMillis(100)))
        .singleElement()
        .satisfies(
            delivery -> {
              assertThat(delivery.state()).isEqualTo(DeliveryState.UNKNOWN);
              assertThat(delivery.progress().why()).contains("interrupted");
            });
  }

  /** Waits until it is interrupted. */
  private record Stuck(CountDownLatch begun) implements Transport {
    @Override
    public TransportInfo info() {
      return TransportInfo.of("stuck", Channel.EMAIL);
    }

    @Override
    public Outcome send(OutboundMessage message, SendContext context) throws InterruptedException {
      begun.countDown();
      new CountDownLatch(1).await();
      return Outcome.Accepted.of("stuck", "never");
    }
  }
}
