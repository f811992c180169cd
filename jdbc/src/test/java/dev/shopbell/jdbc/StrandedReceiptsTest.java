package dev.shopbell.jdbc;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static dev.shopbell.testkit.SampleDeliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import dev.shopbell.testkit.RecordingTransport;
import dev.shopbell.testkit.SampleDeliveries;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** Receipts that were quicker than acceptances whose process ends before it looks for them. */
@Tag("delivery-05")
class StrandedReceiptsTest extends OnEachDatabase {
  @Override
  void check(String url) {
    Delivery one = SampleDeliveries.of("one");
    Delivery two = SampleDeliveries.of("two");
    Receipt left = delivered("acme", "ref-" + one.id());
    Receipt taken = delivered("acme", "ref-" + two.id());
    Receipt mailed = delivered(Receipt.BY_MAIL, SampleDeliveries.of("x").id().value());
    try (JdbcOutbox killed = KilledWorker.open(url, NOW)) {
      killed.enqueue(submission(one));
      killed.enqueue(submission(two));
      for (Receipt early : List.of(left, taken, mailed)) {
        assertThat(killed.settle(early, StrandedReceiptsTest::arrived)).isEmpty();
      }
      assertThat(killed.stranded()).isEmpty();
      killed.complete(killed.begin(claim(killed)).stream().map(this::accepted).toList());
      assertThat(killed.unmatched("acme", List.of(taken.id()))).containsExactly(taken);
    }
    try (JdbcOutbox outbox = KilledWorker.open(url, NOW)) {
      assertThat(outbox.tidy(Retention.STANDARD).reports()).isZero();
      assertThat(outbox.stranded()).contains(left, taken).doesNotContain(mailed);
      notifier(outbox).dispatch();
      assertThat(outbox.find(one.id())).map(Delivery::state).contains(DeliveryState.DELIVERED);
      assertThat(outbox.find(two.id())).map(Delivery::state).contains(DeliveryState.DELIVERED);
      assertThat(outbox.stranded()).isEmpty();
    }
  }

  private static Notifier notifier(JdbcOutbox outbox) {
    return SmallShop.on(outbox).transport(RecordingTransport.on(Channel.EMAIL)).workers(0).build();
  }

  private static Receipt delivered(String provider, String id) {
    return new Receipt(provider, id, Receipt.Status.DELIVERED, NOW, Optional.empty());
  }

  private static List<Claim> claim(JdbcOutbox outbox) {
    return outbox.claim(ClaimRequest.of(NOW, Duration.ofMinutes(1), 9));
  }

  private Completion accepted(Claim claim) {
    Outcome outcome = Outcome.Accepted.of("acme", "ref-" + claim.delivery().id());
    Attempt attempt = new Attempt(1, Channel.EMAIL, "acme", NOW, outcome);
    List<Channel> route = claim.delivery().progress().route();
    return new Completion(
        claim,
        new Progress(DeliveryState.ACCEPTED, route, NOW, 1, Optional.of(attempt), false, ""));
  }

  private static Progress arrived(Delivery delivery) {
    return delivery.progress().ended(DeliveryState.DELIVERED, NOW, "");
  }
}
