package dev.shopbell.delivery;

import static dev.shopbell.delivery.Deliveries.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Carriers.Carrier;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.StoreId;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportInfo;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeldSendersTest {
  private static final StoreId TEA = new StoreId("tea");
  private final HeldSenders held = new HeldSenders();
  private final Carrier carrier = new Carrier(new Silent(), Endpoint.PLATFORM);

  private static final class Silent implements Transport {
    @Override
    public TransportInfo info() {
      return TransportInfo.of("silent", Channel.EMAIL);
    }

    @Override
    public Outcome send(OutboundMessage message, SendContext context) {
      return new Outcome.Unknown("silent");
    }
  }

  @Test
  void aClockThatGoesBackHoldsNobodyForLongerThanItWasToBe() {
    held.told(TEA, carrier, new Outcome.Rejected(Reason.POLICY, "no"), NOW);
    Instant back = NOW.minus(Duration.ofHours(3));
    assertThat(held.until(TEA, carrier, back)).contains(back.plusSeconds(60));
    assertThat(held.until(TEA, carrier, back.plusSeconds(59))).contains(back.plusSeconds(60));
    assertThat(held.until(TEA, carrier, back.plusSeconds(60))).isEmpty();
  }
}
