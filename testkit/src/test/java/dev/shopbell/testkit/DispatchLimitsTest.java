package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.NotifierBuilder;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.InMemoryDeliveryStore;
import dev.shopbell.delivery.Rate;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.Route;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the dispatcher does not do: go faster than an account takes, or die of one delivery. */
class DispatchLimitsTest {
  private final Shop shop = new Shop();
  private final InMemoryDeliveryStore store = new InMemoryDeliveryStore(1_000);

  @Test
  @Tag("delivery-06")
  void anAccountGetsNoMoreThanItsRateAndTheRestWaits() {
    try (Notifier notifier = rated()) {
      for (int i = 0; i < 6; i++) {
        notifier.send(i % 2 == 0 ? Shop.TEA : Shop.COFFEE, Shop.of("order.mail", "n-" + i));
      }
      notifier.dispatch();
      assertThat(shop.mail).hasSent(2);
      notifier.dispatch();
      assertThat(shop.mail).hasSent(2);
      shop.clock.advance(Duration.ofMillis(500));
      notifier.dispatch();
      assertThat(shop.mail).hasSent(3);
      shop.clock.advance(Duration.ofSeconds(10));
      notifier.dispatch();
      assertThat(shop.mail).hasSent(5);
      shop.clock.advance(Duration.ofSeconds(1));
      notifier.dispatch();
      assertThat(shop.mail).hasSent(6);
    }
  }

  @Test
  @Tag("delivery-06")
  void anotherTransportGoesOnMeanwhile() {
    shop.types =
        NoticeTypes.of(
            List.of(
                Shop.type("order.mail", Route.firstOf(Channel.EMAIL)),
                Shop.type("order.text", Route.firstOf(Channel.SMS))));
    try (Notifier notifier = rated()) {
      for (int i = 0; i < 3; i++) {
        notifier.send(Shop.TEA, Shop.of("order.mail", "n-" + i));
      }
      notifier.send(Shop.COFFEE, Shop.of("order.text", "n-9"));
      notifier.dispatch();
      assertThat(shop.sms).hasSent(1);
    }
  }

  @Test
  @Tag("delivery-06")
  void aGroupIsHeldToTheRateOfItsOwnNameAndNotToThoseOfItsParts() {
    NotifierBuilder grouped =
        shop.bare()
            .deliveries(store)
            .transportFactory(new Recording(shop.mail))
            .transport("failover(recording://a.example,recording://b.example)")
            .rate(name(), Rate.perMinute(1))
            .rate("failover", Rate.perSecond(2));
    try (Notifier notifier = grouped.build()) {
      for (int i = 0; i < 4; i++) {
        notifier.send(Shop.TEA, Shop.of("order.mail", "n-" + i));
      }
      notifier.dispatch();
      assertThat(shop.mail).hasSent(2);
      shop.clock.advance(Duration.ofSeconds(1));
      notifier.dispatch();
      assertThat(shop.mail).hasSent(4);
    }
  }

  @Test
  @Tag("delivery-07")
  void whatEndsItsWorkersAgainAndAgainIsGivenUp() {
    try (Notifier notifier = shop.builder().deliveries(store).build()) {
      DeliveryId id = notifier.send(Shop.TEA, Shop.of("order.mail", "n-1")).deliveries().get(0);
      for (int i = 0; i < 5; i++) {
        store.claim(ClaimRequest.of(shop.clock.instant(), Duration.ofMinutes(1), 1));
        shop.clock.advance(Duration.ofMinutes(1));
      }
      notifier.dispatch();
      Delivery ended = notifier.find(id).orElseThrow();
      assertThat(ended.state()).isEqualTo(DeliveryState.FAILED);
      assertThat(ended.progress().why()).startsWith("claimed 5 times without an end");
      assertThat(shop.mail).hasSent(0);
      assertThat(notifier.resend(id)).isPresent();
      notifier.dispatch();
      assertThat(shop.mail).hasSent(1);
    }
  }

  private Notifier rated() {
    return shop.builder().deliveries(store).rate(name(), Rate.perSecond(2)).build();
  }

  private String name() {
    return ((Transport) shop.mail).info().name();
  }

  /** Serves endpoints with a transport that is there. */
  private record Recording(Transport transport) implements TransportFactory {
    @Override
    public Set<String> schemes() {
      return Set.of("recording");
    }

    @Override
    public Transport create(Clock clock) {
      return transport;
    }
  }
}
