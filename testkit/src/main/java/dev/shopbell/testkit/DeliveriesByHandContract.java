package dev.shopbell.testkit;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static dev.shopbell.testkit.SampleDeliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.Cancellation;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import dev.shopbell.delivery.Window;
import dev.shopbell.notice.Purpose;
import dev.shopbell.store.StoreId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people do in every store of deliveries: cancel, send again, forget. */
abstract class DeliveriesByHandContract extends DeliveryReceiptsContract {
  @Test
  void cancelReachesWhatIsClaimedAndNotBegunAndTellsWhatHasBegun() {
    Delivery claimed = SampleDeliveries.of("tea");
    Delivery begun = SampleDeliveries.of("tea");
    store.enqueue(submission(begun));
    store.enqueue(submission(claimed));
    List<Claim> claims = claim(NOW, 2, 2);
    Claim first = of(claims, begun);
    store.begin(List.of(first));
    Cancellation cancellation = store.cancel(new StoreId("tea"), "SO-1", "order.paid", NOW);
    assertThat(cancellation.tooLate()).containsExactly(begun.id());
    assertThat(cancellation.cancelled()).extracting(Delivery::id).containsExactly(claimed.id());
    assertThat(store.begin(List.of(of(claims, claimed)))).isEmpty();
    Progress later = begun.progress().dueAt(NOW.plusSeconds(5), begun.progress().route(), "busy");
    assertThat(complete(first, later))
        .extracting(Delivery::state)
        .containsExactly(DeliveryState.CANCELLED);
    assertThat(claim(NOW.plusSeconds(60), 5, 5)).isEmpty();
    assertThat(store.cancel(new StoreId("tea"), "SO-1", "order.paid", NOW))
        .isEqualTo(new Cancellation(List.of(), List.of()));
  }

  @Test
  void whatMayHaveBegunWithoutAMarkIsTooLateToCancelAndGoesNoFurther() {
    Delivery sent = SampleDeliveries.of("tea");
    Delivery givenBack = SampleDeliveries.of("tea");
    Delivery waiting = SampleDeliveries.of("tea");
    for (Delivery delivery : List.of(sent, givenBack, waiting)) {
      store.enqueue(submission(delivery));
    }
    clock.set(NOW);
    List<Claim> claims =
        store.claim(new ClaimRequest(NOW, Duration.ofMinutes(1), 3, any -> 3, true));
    assertThat(claims).noneMatch(Claim::abandoned);
    store.hold(List.of(of(claims, waiting)), NOW, Duration.ZERO);
    Cancellation cancellation = store.cancel(new StoreId("tea"), "SO-1", "order.paid", NOW);
    assertThat(cancellation.cancelled()).extracting(Delivery::id).containsExactly(waiting.id());
    assertThat(cancellation.tooLate()).containsExactlyInAnyOrder(sent.id(), givenBack.id());
    store.hold(List.of(of(claims, givenBack)), NOW, Duration.ZERO);
    assertThat(complete(of(claims, sent), accepted(sent, "id-1")))
        .extracting(Delivery::state)
        .containsExactly(DeliveryState.ACCEPTED);
    assertThat(claim(NOW.plusSeconds(59), 9, 9)).isEmpty();
    assertThat(claim(NOW.plusSeconds(61), 9, 9))
        .singleElement()
        .matches(claim -> claim.abandoned() && claim.delivery().id().equals(givenBack.id()));
  }

  @Test
  void whatLapsedWithoutAMarkIsClaimedAgainAsUnbegun() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    clock.set(NOW);
    ClaimRequest request = new ClaimRequest(NOW, Duration.ofMinutes(1), 1, any -> 1, true);
    assertThat(store.claim(request)).hasSize(1);
    assertThat(claim(NOW.plusSeconds(61), 1, 1))
        .singleElement()
        .matches(claim -> !claim.abandoned() && claim.lapses() == 1);
    assertThat(store.cancel(new StoreId("tea"), "SO-1", "order.paid", NOW).cancelled()).hasSize(1);
  }

  private static Claim of(List<Claim> claims, Delivery delivery) {
    return claims.stream()
        .filter(claim -> claim.delivery().id().equals(delivery.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWasGivenUpIsListedAndSentAgainByHand() {
    store.enqueue(submission(SampleDeliveries.of("tea")));
    Claim claim = claim(NOW, 1, 1).get(0);
    end(claim, DeliveryState.FAILED);
    assertThat(store.list(EnumSet.of(DeliveryState.FAILED), 5)).hasSize(1);
    Window window = new Window(NOW, NOW.plusSeconds(5), NOW.plusSeconds(50));
    Delivery again = store.redrive(claim.delivery().id(), window).orElseThrow();
    assertThat(again.window()).isEqualTo(window);
    assertThat(store.redrive(again.id(), window)).isEmpty();
    assertThat(store.list(EnumSet.of(DeliveryState.FAILED), 5)).isEmpty();
    assertThat(store.list(EnumSet.of(DeliveryState.PENDING), 5)).containsExactly(again);
    assertThat(claim(NOW.plusSeconds(4), 1, 1)).isEmpty();
    assertThat(claim(NOW.plusSeconds(5), 1, 1)).extracting(Claim::delivery).containsExactly(again);
  }

  @Test
  @Tag("delivery-08")
  void aPersonIsForgottenAndTheCountsStay() {
    Delivery pending =
        SampleDeliveries.of("tea", Purpose.TRANSACTIONAL, NOW, Map.of("name", "Ann"));
    Delivery sent = SampleDeliveries.of("ink");
    store.enqueue(submission(sent));
    Claim claim = claim(NOW, 1, 1).get(0);
    complete(claim, accepted(claim.delivery(), "id-1"));
    store.enqueue(submission(pending));
    assertThat(store.forget("ann")).extracting(Delivery::id).containsExactly(pending.id());
    assertThat(claim(NOW, 9, 9)).isEmpty();
    assertThat(store.find(pending.id()).orElseThrow().state()).isEqualTo(DeliveryState.CANCELLED);
    assertThat(store.find(sent.id()).orElseThrow().state()).isEqualTo(DeliveryState.ACCEPTED);
    for (Delivery kept : store.list(EnumSet.allOf(DeliveryState.class), 10)) {
      assertThat(kept.recipient().addresses()).isEmpty();
      assertThat(kept.recipient().id()).isNotEqualTo("ann");
      assertThat(kept.notice().data()).isEmpty();
    }
    assertThat(store.forget("ann")).isEmpty();
  }
}
