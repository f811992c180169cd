package dev.shopbell.delivery;

import static dev.shopbell.delivery.Deliveries.NOW;
import static dev.shopbell.delivery.Deliveries.claim;
import static dev.shopbell.delivery.Deliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it alone does; what every store does is held by the contract in the testkit. */
class InMemoryDeliveryStoreTest {
  @Test
  void aSubmissionIsStoredWholeOrNotAtAll() {
    InMemoryDeliveryStore small = new InMemoryDeliveryStore(2);
    small.enqueue(submission(Deliveries.of("tea")));
    assertThatThrownBy(() -> small.enqueue(submission(Deliveries.of("tea"), Deliveries.of("tea"))))
        .isInstanceOf(QueueFullException.class);
    assertThat(small.list(EnumSet.allOf(DeliveryState.class), 10)).hasSize(1);
  }

  @Test
  void remembersNoMoreThanItsCapacityOfWhatEnded() {
    InMemoryDeliveryStore small = new InMemoryDeliveryStore(3);
    for (int i = 0; i < 20; i++) {
      small.enqueue(Deliveries.keyed("k" + i, Deliveries.of("tea")));
      Claim claim = small.claim(claim(NOW, 1, 1)).get(0);
      DeliveryState end = i % 2 == 0 ? DeliveryState.ACCEPTED : DeliveryState.FAILED;
      small.complete(
          List.of(new Completion(claim, claim.delivery().progress().ended(end, NOW, ""))));
    }
    assertThat(small.list(EnumSet.allOf(DeliveryState.class), 100)).hasSize(6);
    assertThat(small.enqueue(Deliveries.keyed("k19", Deliveries.of("tea"))).isDuplicate()).isTrue();
    assertThat(small.enqueue(Deliveries.keyed("k0", Deliveries.of("tea"))).isDuplicate()).isFalse();
  }
}
