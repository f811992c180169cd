package dev.shopbell.testkit;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static dev.shopbell.testkit.SampleDeliveries.keyed;
import static dev.shopbell.testkit.SampleDeliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.Backlog;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Secret;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every store of deliveries gives back, counts, and takes once. */
abstract class DeliveryStoringContract extends DeliveryStoreTests {
  @Test
  void givesBackWhatItWasGiven() {
    Delivery delivery =
        SampleDeliveries.of(
            "tea",
            Purpose.TRANSACTIONAL,
            NOW,
            Map.of(
                "text",
                "Grüße 你好 \uD83D\uDE42",
                "whole",
                7,
                "long",
                Long.MIN_VALUE,
                "real",
                -0.5,
                "big",
                BigInteger.TEN.pow(40),
                "decimal",
                new BigDecimal("12.50"),
                "yes",
                true,
                "key",
                Secret.reference("vault:1"),
                "items",
                List.of(Map.of("name", "Tea", "no", false))));
    store.enqueue(submission(delivery));
    assertThat(store.find(delivery.id())).contains(delivery);
    assertThat(claim(NOW, 1, 1)).extracting(Claim::delivery).containsExactly(delivery);
    assertThat(store.find(SampleDeliveries.of("tea").id())).isEmpty();
  }

  @Test
  void keepsWhatIsCarriedAlongUntilItsPersonIsForgotten() {
    Map<String, String> trace = Map.of("traceparent", "00-0af7-b7ad-01", "tracestate", "a=b");
    Delivery delivery = SampleDeliveries.of("tea").with(trace);
    store.enqueue(submission(delivery));
    assertThat(claim(NOW, 1, 1)).extracting(Claim::delivery).containsExactly(delivery);
    store.forget(delivery.recipient().id());
    assertThat(store.find(delivery.id()).orElseThrow().notice().carried()).isEmpty();
  }

  @Test
  void tellsHowMuchWaitsSinceWhenAndWhatWasGivenUp() {
    assertThat(store.backlog()).isEqualTo(new Backlog(0, Optional.empty(), 0));
    Instant later = NOW.plusSeconds(90);
    store.enqueue(submission(SampleDeliveries.of("tea")));
    store.enqueue(submission(SampleDeliveries.of("tea", Purpose.MARKETING, later)));
    store.enqueue(submission(SampleDeliveries.of("coffee", Purpose.MARKETING, later)));
    clock.set(NOW.plusSeconds(30));
    assertThat(store.backlog()).isEqualTo(new Backlog(3, Optional.of(NOW), 0));
    assertThat(store.backlog().late(clock.instant())).isEqualTo(Duration.ofSeconds(30));
    end(claim(NOW, 1, 1).get(0), DeliveryState.FAILED);
    assertThat(store.backlog()).isEqualTo(new Backlog(2, Optional.of(later), 1));
    assertThat(store.backlog().late(NOW)).isZero();
  }

  @Test
  @Tag("delivery-02")
  void theSameKeyTwiceIsOneNotice() {
    Delivery first = SampleDeliveries.of("tea");
    assertThat(store.enqueue(keyed("k", "f", first)).status()).isEqualTo(SendResult.Status.QUEUED);
    SendResult same = store.enqueue(keyed("k", "f", SampleDeliveries.of("tea")));
    assertThat(same.status()).isEqualTo(SendResult.Status.DUPLICATE);
    assertThat(same.deliveries()).containsExactly(first.id());
    assertThat(store.enqueue(keyed("k", "g", SampleDeliveries.of("tea"))).status())
        .isEqualTo(SendResult.Status.DUPLICATE_WITH_OTHER_CONTENT);
    assertThat(store.enqueue(keyed("k", "f", SampleDeliveries.of("ink"))).isDuplicate()).isFalse();
    assertThat(claim(NOW, 9, 9)).hasSize(2);
  }

  @Test
  @Tag("delivery-02")
  void theSameKeyFromManyThreadsIsOneNotice() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 20; round++) {
        String key = "k" + round;
        List<Callable<SendResult>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          calls.add(() -> store.enqueue(keyed(key, "f", SampleDeliveries.of("tea"))));
        }
        Set<Object> ids = new HashSet<>();
        int queued = 0;
        for (Future<SendResult> result : threads.invokeAll(calls)) {
          ids.addAll(result.get().deliveries());
          queued += result.get().isDuplicate() ? 0 : 1;
        }
        assertThat(queued).isEqualTo(1);
        assertThat(ids).hasSize(1);
      }
    } finally {
      threads.shutdown();
    }
  }
}
