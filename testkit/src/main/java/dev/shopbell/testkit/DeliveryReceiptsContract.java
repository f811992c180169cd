package dev.shopbell.testkit;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static dev.shopbell.testkit.SampleDeliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import dev.shopbell.store.StoreId;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Receipt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How every store of deliveries settles receipts. */
abstract class DeliveryReceiptsContract extends DeliveryLeasesContract {
  @Test
  @Tag("delivery-05")
  void aReceiptReachesItsDeliveryInAnyOrderAndOnce() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    Claim claim = claim(NOW, 1, 1).get(0);
    Receipt receipt = new Receipt("relay", "id-1", Receipt.Status.DELIVERED, NOW, Optional.empty());
    assertThat(store.settle(receipt, DeliveryReceiptsContract::delivered)).isEmpty();
    assertThat(store.settle(receipt, DeliveryReceiptsContract::delivered)).isEmpty();
    complete(claim, accepted(claim.delivery(), "id-1"));
    assertThat(store.unmatched("relay", List.of("id-1"))).containsExactly(receipt);
    assertThat(store.unmatched("relay", List.of("id-1"))).isEmpty();
    assertThat(store.settle(receipt, DeliveryReceiptsContract::delivered))
        .hasValueSatisfying(
            delivery -> assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED));
    assertThat(store.settle(receipt, DeliveryReceiptsContract::delivered)).isEmpty();
    assertThat(store.find(claim.delivery().id()).orElseThrow().state())
        .isEqualTo(DeliveryState.DELIVERED);
  }

  private static Progress delivered(Delivery delivery) {
    return delivery.state() == DeliveryState.ACCEPTED
        ? delivery.progress().ended(DeliveryState.DELIVERED, NOW, "")
        : delivery.progress();
  }

  @Test
  @Tag("delivery-05")
  void aReceiptUnderOurOwnKeySettlesWhatIsUnknownAndNothingThatIsTriedAgain() {
    for (String store : List.of("ended", "waiting", "again")) {
      this.store.enqueue(submission(SampleDeliveries.of(store)));
    }
    Map<String, Receipt> receipts = new HashMap<>();
    for (Claim claim : claim(NOW, 9, 9)) {
      Delivery delivery = claim.delivery();
      boolean ends = isOf(claim, "ended");
      complete(claim, unknown(delivery, ends ? DeliveryState.UNKNOWN : DeliveryState.PENDING));
      String key = delivery.id() + "-" + Channel.EMAIL;
      receipts.put(
          delivery.notice().store().value(),
          new Receipt("relay", key, Receipt.Status.DELIVERED, NOW, Optional.empty()));
    }
    assertThat(settled(receipts, "ended")).contains(DeliveryState.DELIVERED);
    assertThat(settled(receipts, "waiting")).contains(DeliveryState.DELIVERED);
    Claim again = claim(NOW, 9, 9).get(0);
    assertThat(isOf(again, "again")).isTrue();
    assertThat(settled(receipts, "again")).isEmpty();
    assertThat(end(again, DeliveryState.ACCEPTED)).hasSize(1);
    assertThat(store.nextDue()).isEmpty();
  }

  private Optional<DeliveryState> settled(Map<String, Receipt> receipts, String of) {
    return store
        .settle(
            Objects.requireNonNull(receipts.get(of)),
            one -> one.progress().ended(DeliveryState.DELIVERED, NOW, ""))
        .map(Delivery::state);
  }

  private static Progress unknown(Delivery delivery, DeliveryState state) {
    Attempt attempt = new Attempt(1, Channel.EMAIL, "relay", NOW, new Outcome.Unknown("no answer"));
    return new Progress(
        state, delivery.progress().route(), NOW, 1, Optional.of(attempt), true, "unknown");
  }

  @Test
  void aReceiptOfFailureMakesItDueOnTheNextChannelUnlessCancelled() {
    for (String ref : List.of("id-1", "id-2")) {
      store.enqueue(submission(SampleDeliveries.of(ref)));
      Claim claim = claim(NOW, 1, 1).get(0);
      complete(claim, accepted(claim.delivery(), ref));
    }
    store.cancel(new StoreId("id-2"), "SO-1", "order.paid", NOW);
    assertThat(settleFailed("id-1").state()).isEqualTo(DeliveryState.PENDING);
    assertThat(settleFailed("id-2").state()).isEqualTo(DeliveryState.CANCELLED);
    assertThat(claim(NOW, 9, 9))
        .extracting(claim -> claim.delivery().progress().route())
        .containsExactly(List.of(Channel.SMS));
  }

  private Delivery settleFailed(String ref) {
    Receipt receipt = new Receipt("relay", ref, Receipt.Status.FAILED, NOW, Optional.empty());
    return store
        .settle(receipt, one -> one.progress().dueAt(NOW, List.of(Channel.SMS), "failed"))
        .orElseThrow();
  }
}
