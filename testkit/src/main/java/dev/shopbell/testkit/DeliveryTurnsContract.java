package dev.shopbell.testkit;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static dev.shopbell.testkit.SampleDeliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.notice.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every store of deliveries lets out first: whose turn it is, and what is due. */
abstract class DeliveryTurnsContract extends DeliveryStoringContract {
  @Test
  @Tag("delivery-06")
  void storesTakeTurns() {
    for (int i = 0; i < 5; i++) {
      store.enqueue(submission(SampleDeliveries.of("big")));
    }
    store.enqueue(submission(SampleDeliveries.of("small")));
    assertThat(claim(NOW, 4, 10))
        .extracting(c -> c.delivery().notice().store().value())
        .startsWith("big", "small")
        .contains("big", "big");
  }

  @Test
  @Tag("delivery-06")
  void aStoreWithOneIsNotHeldUpByOneWithThousands() {
    List<Delivery> flood = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      flood.add(SampleDeliveries.of("big"));
    }
    store.enqueue(submission(flood.toArray(Delivery[]::new)));
    claim(NOW, 8, 2_000);
    store.enqueue(submission(SampleDeliveries.of("small")));
    int claims = 0;
    while (claims < 200 && claim(NOW, 8, 2_000).stream().noneMatch(c -> isOf(c, "small"))) {
      claims++;
    }
    assertThat(claims).isLessThan(200);
  }

  @Test
  @Tag("delivery-06")
  void noMoreOfAStoreIsClaimedThanThereIsRoomFor() {
    for (int i = 0; i < 5; i++) {
      store.enqueue(submission(SampleDeliveries.of("big")));
    }
    store.enqueue(submission(SampleDeliveries.of("small")));
    assertThat(claim(NOW, 10, 0)).isEmpty();
    assertThat(claim(NOW, 10, 2)).hasSize(3);
    assertThat(claim(NOW, 10, 2)).hasSize(2);
    assertThat(claim(NOW, 10, 2)).hasSize(1);
  }

  @Test
  void marketingWaitsBehindEverythingElse() {
    store.enqueue(submission(SampleDeliveries.of("a", Purpose.MARKETING, NOW)));
    store.enqueue(submission(SampleDeliveries.of("b", Purpose.TRANSACTIONAL, NOW)));
    assertThat(claim(NOW, 1, 10))
        .singleElement()
        .extracting(c -> c.delivery().notice().purpose())
        .isEqualTo(Purpose.TRANSACTIONAL);
  }

  @Test
  void nothingGoesBeforeItsTime() {
    Instant later = NOW.plusSeconds(90);
    store.enqueue(submission(SampleDeliveries.of("tea", Purpose.TRANSACTIONAL, later)));
    assertThat(claim(NOW.plusSeconds(89), 5, 5)).isEmpty();
    assertThat(store.nextDue()).contains(later);
    assertThat(claim(later, 5, 5)).hasSize(1);
  }
}
