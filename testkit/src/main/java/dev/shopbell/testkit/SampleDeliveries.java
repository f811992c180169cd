package dev.shopbell.testkit;

import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Delivery;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Deliveries to try a store of deliveries with. */
public final class SampleDeliveries {
  /** When they were sent. */
  public static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private static final Random CHANCE = new Random(3);

  private SampleDeliveries() {}

  /** A delivery of that store, due then. */
  public static Delivery of(String store, Purpose purpose, Instant due) {
    return of(store, purpose, due, Map.of());
  }

  /** A delivery of that store with that data, due then. */
  public static Delivery of(String store, Purpose purpose, Instant due, Map<String, Object> data) {
    return new Delivery(
        DeliveryId.next(Clock.systemUTC(), CHANCE),
        new Notice(
            new StoreId(store),
            "order.paid",
            purpose,
            new TemplateId("order.paid", "1"),
            "SO-1",
            Origin.OWN,
            data),
        Recipient.of("ann").email("ann@customer.example").phone("+8613800138000"),
        new Window(NOW, due, due.plus(Duration.ofDays(1))),
        Progress.queued(List.of(Channel.EMAIL, Channel.SMS), due));
  }

  /** A transactional delivery of that store, due now. */
  public static Delivery of(String store) {
    return of(store, Purpose.TRANSACTIONAL, NOW);
  }

  /** These, sent together without a key. */
  public static Submission submission(Delivery... deliveries) {
    return new Submission(
        deliveries[0].notice().store(), Optional.empty(), "f", List.of(deliveries));
  }

  /** These, sent together with that key and content. */
  public static Submission keyed(String key, String fingerprint, Delivery... deliveries) {
    return new Submission(
        deliveries[0].notice().store(),
        Optional.of(new IdempotencyKey(key)),
        fingerprint,
        List.of(deliveries));
  }
}
