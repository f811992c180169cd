package dev.shopbell.benchmarks.outbox;

import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Notice;
import dev.shopbell.delivery.Progress;
import dev.shopbell.delivery.Submission;
import dev.shopbell.delivery.Window;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.IdempotencyKey;
import dev.shopbell.notice.Origin;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.TemplateId;
import dev.shopbell.transport.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Notices that are alike but for their order. */
final class Samples {
  static final String TYPE = "order.paid";

  /** What peers carry: as long as our row's body. */
  static final String TEXT = "x".repeat(490);

  private static final int STORES = 20;
  private static final String NOTE = "x".repeat(250);
  private static final AtomicInteger ORDERS = new AtomicInteger(1_000_000);

  private Samples() {}

  /** Some store's notices under one key. */
  static Submission submission(int notices) {
    return submission("store-" + ThreadLocalRandom.current().nextInt(STORES), notices);
  }

  /** One store's notices under one key. */
  static Submission submission(String store, int notices) {
    StoreId id = new StoreId(store);
    List<Delivery> deliveries = IntStream.range(0, notices).mapToObj(i -> delivery(id)).toList();
    String key = deliveries.get(0).id().value();
    return new Submission(id, Optional.of(new IdempotencyKey(key)), "f", deliveries);
  }

  static DeliveryId id() {
    return DeliveryId.next(Clock.systemUTC(), ThreadLocalRandom.current());
  }

  private static Delivery delivery(StoreId store) {
    Instant now = Instant.now();
    return new Delivery(
        id(),
        new Notice(
            store,
            TYPE,
            Purpose.TRANSACTIONAL,
            new TemplateId(TYPE, "1"),
            "SO-" + ORDERS.incrementAndGet(),
            Origin.OWN,
            Map.of("name", "Ann", "order", "SO-1001", "note", NOTE)),
        Recipient.of("ann").email("ann@customer.example").phone("+8613800138000"),
        new Window(now, now, now.plus(Duration.ofDays(1))),
        Progress.queued(List.of(Channel.SMS), now));
  }

  /** Accepted at the first attempt, under the provider's identifier where it gives one. */
  static Progress accepted(Delivery delivery, boolean ids) {
    List<String> given = ids ? List.of("msg-" + delivery.id().value()) : List.of();
    Outcome outcome = new Outcome.Accepted("none", given, 1);
    Attempt attempt = new Attempt(1, Channel.SMS, "none", Instant.now(), outcome);
    return new Progress(
        DeliveryState.ACCEPTED,
        delivery.progress().route(),
        attempt.at(),
        1,
        Optional.of(attempt),
        false,
        "");
  }
}
