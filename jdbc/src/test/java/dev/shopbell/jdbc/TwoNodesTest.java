package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.Route;
import dev.shopbell.testkit.RecordingTransport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;

/**
 * The same keys from two nodes, each with connections of its own, from eight threads each. One node
 * has newer settings, by which a notice goes by two channels at once.
 */
@Tag("delivery-02")
class TwoNodesTest extends OnEachDatabase {
  private static final int THREADS = 8;
  private static final int KEYS = 25;

  private final RecordingTransport mail = RecordingTransport.on(Channel.EMAIL);
  private final RecordingTransport sms = RecordingTransport.on(Channel.SMS);

  @Override
  void check(String url) throws Exception {
    try (Notifier one = node(url, Route.firstOf(Channel.EMAIL, Channel.SMS));
        Notifier two = node(url, Route.allOf(Channel.EMAIL, Channel.SMS))) {
      Set<DeliveryId> deliveries = new HashSet<>();
      ExecutorService threads = Executors.newFixedThreadPool(2 * THREADS);
      for (int key = 0; key < KEYS; key++) {
        deliveries.addAll(oneNotice(threads, one, two, "key " + key));
      }
      threads.shutdown();
      assertThat(one.dispatch() + two.dispatch()).isEqualTo(deliveries.size());
      assertThat(mail.messages().size() + sms.messages().size()).isEqualTo(deliveries.size());
      String count = "SELECT count(*) FROM shopbell_delivery";
      assertThat(Places.number(url, count)).isEqualTo(deliveries.size());
    }
  }

  private static List<DeliveryId> oneNotice(
      ExecutorService threads, Notifier one, Notifier two, String key) throws Exception {
    List<Callable<SendResult>> calls = new ArrayList<>();
    for (int i = 0; i < 2 * THREADS; i++) {
      Notifier node = i % 2 == 0 ? one : two;
      calls.add(() -> node.send(SmallShop.TEA, SmallShop.notice("SO-1").key(key)));
    }
    List<SendResult> results = new ArrayList<>();
    for (Future<SendResult> call : threads.invokeAll(calls)) {
      results.add(call.get());
    }
    assertThat(results.stream().filter(result -> !result.isDuplicate())).as(key).hasSize(1);
    assertThat(results.stream().map(SendResult::deliveries).distinct()).as(key).hasSize(1);
    return results.get(0).deliveries();
  }

  private Notifier node(String url, Route route) {
    return SmallShop.on(Places.open(url), route).transport(mail).transport(sms).workers(0).build();
  }
}
