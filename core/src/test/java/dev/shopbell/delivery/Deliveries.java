package dev.shopbell.delivery;

import dev.shopbell.address.Channel;
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
import java.util.SplittableRandom;

/** Deliveries for tests. */
final class Deliveries {
  static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final SplittableRandom CHANCE = new SplittableRandom(3);

  private Deliveries() {}

  static Delivery of(String store, Purpose purpose, Instant due) {
    return new Delivery(
        DeliveryId.next(Clock.systemUTC(), CHANCE),
        new Notice(
            new StoreId(store),
            "order.paid",
            purpose,
            new TemplateId("order.paid", "1"),
            "SO-1",
            Origin.OWN,
            Map.of()),
        Recipient.of("ann").email("ann@customer.example"),
        new Window(NOW, due, due.plus(Duration.ofDays(1))),
        Progress.queued(List.of(Channel.EMAIL, Channel.SMS), due));
  }

  static Delivery of(String store) {
    return of(store, Purpose.TRANSACTIONAL, NOW);
  }

  static Submission submission(Delivery... deliveries) {
    return new Submission(
        deliveries[0].notice().store(), Optional.empty(), "f", List.of(deliveries));
  }

  static Submission keyed(String key, Delivery... deliveries) {
    return new Submission(
        new StoreId("tea"), Optional.of(new IdempotencyKey(key)), "f", List.of(deliveries));
  }

  static ClaimRequest claim(Instant now, int most, int mostPerStore) {
    return new ClaimRequest(now, Duration.ofMinutes(1), most, store -> mostPerStore, false);
  }
}
