package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.NotifierBuilder;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryListener;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.delivery.InMemoryDeliveryStore;
import dev.shopbell.delivery.RetryPolicy;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.Mailboxes;
import dev.shopbell.store.NotificationMailbox;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.ScriptedSmtpServer.Fault;
import dev.shopbell.testkit.StubProvider.Received;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The dispatcher with workers in the background, on the system's clock. */
@Timeout(60)
class NotifierWorkersTest {
  private static final Pattern MARKER = Pattern.compile("order\\.mail (n-\\d+)");
  private final Shop shop = new Shop();

  @Test
  @Tag("delivery-02")
  void oneKeyFromManyThreadsIsOneNotice() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    try (Notifier notifier = working(ended).transport(shop.mail).build()) {
      ExecutorService threads = Executors.newFixedThreadPool(16);
      List<Callable<SendResult>> calls = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        calls.add(() -> notifier.send(Shop.TEA, Shop.of("order.mail", "SO-1").key("k")));
      }
      int queued = 0;
      for (Future<SendResult> call : threads.invokeAll(calls)) {
        queued += call.get().isDuplicate() ? 0 : 1;
      }
      threads.shutdown();
      assertThat(queued).isEqualTo(1);
      assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(shop.mail.messages()).hasSize(1);
    }
  }

  @Test
  void worksOffWhatIsQueuedWithoutBeingAsked() throws Exception {
    CountDownLatch ended = new CountDownLatch(500);
    try (Notifier notifier = working(ended).transport(shop.mail).build()) {
      for (int i = 0; i < 500; i++) {
        notifier.send(i % 2 == 0 ? Shop.TEA : Shop.COFFEE, Shop.of("order.mail", "n-" + i));
      }
      assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(shop.mail.messages()).doesNotHaveDuplicates().hasSize(500);
  }

  @Test
  @Tag("spi-05")
  void oneStoresBrokenMailServerStopsNobodyElse() throws Exception {
    CountDownLatch others = new CountDownLatch(50);
    ScriptedSmtpServer broken = ScriptedSmtpServer.start();
    broken.fault(SmtpStep.CONTENT, Fault.HANG);
    shop.put(ownServer("tea", "Ann's Tea", "orders@annstea.example", broken.endpoint()));
    try (ScriptedSmtpServer relay = ScriptedSmtpServer.start()) {
      Notifier notifier = working(others).transport(uri(relay)).build();
      for (int i = 0; i < 50; i++) {
        notifier.send(Shop.TEA, Shop.of("order.mail", "n-" + i));
      }
      for (int i = 0; i < 50; i++) {
        notifier.send(Shop.COFFEE, Shop.of("order.mail", "n-" + i));
      }
      assertThat(others.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(relay.received()).hasSize(50);
      broken.close();
      assertThat(notifier.close(Duration.ofSeconds(5))).hasSize(50);
    }
  }

  @Test
  @Tag("sender-17")
  @Tag("sender-01")
  void aStoreWithItsOwnServerSendsThroughItAndNobodyElseDoes() throws Exception {
    CountDownLatch ended = new CountDownLatch(2);
    try (ScriptedSmtpServer own = ScriptedSmtpServer.start();
        ScriptedSmtpServer relay = ScriptedSmtpServer.start()) {
      shop.put(ownServer("tea", "Ann's Tea", "orders@annstea.example", own.endpoint()));
      try (Notifier notifier = working(ended).transport(uri(relay)).build()) {
        notifier.send(Shop.TEA, Shop.of("order.mail", "n-1"));
        notifier.send(Shop.COFFEE, Shop.of("order.mail", "n-2"));
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(own.received())
          .singleElement()
          .satisfies(
              letter ->
                  assertThat(letter.head())
                      .contains("MAIL FROM:<orders@annstea.example>")
                      .contains("From: Ann's Tea <orders@annstea.example>")
                      .contains("Reply-To: contact@annstea.example"));
      assertThat(relay.received())
          .singleElement()
          .satisfies(
              letter ->
                  assertThat(letter.head())
                      .contains("MAIL FROM:<notify@platform.example>")
                      .contains("From: Bo's Coffee <notify@platform.example>")
                      .contains("Reply-To: bo@coffee.example"));
    }
  }

  @Test
  @Tag("delivery-03")
  void aServerKilledInTheMiddleGetsNoLetterTwiceAndWhatItLacksIsListed() throws Exception {
    ScriptedSmtpServer first = ScriptedSmtpServer.start();
    int port = first.port();
    Set<String> accepted = ConcurrentHashMap.newKeySet();
    CountDownLatch some = new CountDownLatch(60);
    CountDownLatch most = new CountDownLatch(150);
    DeliveryListener watch =
        new DeliveryListener() {
          @Override
          public void attempted(Delivery delivery, Attempt attempt, OutboundMessage message) {
            if (attempt.outcome() instanceof Outcome.Accepted) {
              accepted.add((String) delivery.notice().data().get("order"));
              some.countDown();
              most.countDown();
            }
          }
        };
    RetryPolicy quick = new RetryPolicy(Duration.ofMillis(50), Duration.ofMillis(200));
    Notifier notifier =
        shop.bare()
            .clock(Clock.systemUTC())
            .workers(8)
            .retry(quick)
            .listener(watch)
            .transport(uri(first))
            .build();
    for (int i = 0; i < 200; i++) {
      notifier.send(Shop.TEA, Shop.of("order.mail", "n-" + i));
    }
    assertThat(some.await(20, TimeUnit.SECONDS)).isTrue();
    first.close();
    List<Delivery> left;
    List<String> arrived = new ArrayList<>(markers(first));
    try (ScriptedSmtpServer second = ScriptedSmtpServer.start(port)) {
      assertThat(most.await(30, TimeUnit.SECONDS)).isTrue();
      left = notifier.close(Duration.ofSeconds(20));
      arrived.addAll(markers(second));
    }
    assertThat(arrived).doesNotHaveDuplicates().containsAll(accepted);
    assertThat(accepted.size() + left.size()).isEqualTo(200);
    assertThat(left)
        .filteredOn(delivery -> delivery.state() != DeliveryState.PENDING)
        .allSatisfy(
            delivery -> assertThat(delivery.progress().why()).startsWith("email unknown: "));
    assertThat(left)
        .filteredOn(delivery -> delivery.state() == DeliveryState.UNKNOWN)
        .hasSizeLessThanOrEqualTo(4); // one a connection: a store has half of the workers
  }

  @Test
  void oneErrorInTheStoreOfDeliveriesDoesNotEndTheSending() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    AtomicBoolean failed = new AtomicBoolean();
    InvocationHandler shaky =
        new InvocationHandler() {
          private final DeliveryStore real = new InMemoryDeliveryStore(10);

          @Override
          public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("claim") && failed.compareAndSet(false, true)) {
              throw new OutOfMemoryError("for once");
            }
            return method.invoke(real, arguments);
          }
        };
    DeliveryStore store =
        (DeliveryStore)
            Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DeliveryStore.class}, shaky);
    try (Notifier notifier = working(ended).deliveries(store).transport(shop.mail).build()) {
      notifier.send(Shop.TEA, Shop.of("order.mail", "n-1"));
      assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(failed).isTrue();
  }

  @Test
  void aListenerThatFailsHarmsNothing() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    DeliveryListener bad =
        new DeliveryListener() {
          @Override
          public void queued(Delivery delivery) {
            throw new IllegalStateException("bad");
          }

          @Override
          public void attempted(Delivery delivery, Attempt attempt, OutboundMessage message) {
            throw new IllegalStateException("bad");
          }
        };
    try (Notifier notifier =
        shop.bare()
            .clock(Clock.systemUTC())
            .workers(1)
            .transport(shop.mail)
            .listener(bad)
            .listener(counting(ended))
            .build()) {
      notifier.send(Shop.TEA, Shop.of("order.mail", "n-1"));
      assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private NotifierBuilder working(CountDownLatch ended) {
    return shop.bare().clock(Clock.systemUTC()).workers(4).listener(counting(ended));
  }

  private static DeliveryListener counting(CountDownLatch ended) {
    return new DeliveryListener() {
      @Override
      public void ended(Delivery delivery) {
        if (delivery.state() == DeliveryState.ACCEPTED) {
          ended.countDown();
        }
      }
    };
  }

  private static Store ownServer(String id, String name, String mailbox, Endpoint server) {
    Mailboxes mailboxes =
        Mailboxes.of(EmailAddress.of("contact@annstea.example"))
            .withNotification(new NotificationMailbox(EmailAddress.of(mailbox), server));
    return Store.builder(id, name, "contact@annstea.example").mailboxes(mailboxes).build();
  }

  private static String uri(ScriptedSmtpServer server) {
    return "smtp://127.0.0.1:" + server.port() + "?tls=none";
  }

  private static List<String> markers(ScriptedSmtpServer server) {
    return server.received().stream()
        .map(Received::head)
        .map(MARKER::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .toList();
  }
}
