package com.example.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.StoreId;
import dev.shopbell.testkit.Behaviour;
import dev.shopbell.testkit.SampleMessages;
import dev.shopbell.testkit.ScriptedGateway;
import dev.shopbell.testkit.StubProvider;
import dev.shopbell.testkit.TransportContract;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spi-01")
@Tag("spi-02")
@Tag("spi-03")
class AcmeSmsTransportTest extends TransportContract {
  private final Clock clock = Clock.systemUTC();

  @Override
  protected Transport transport(Clock clock) {
    return new AcmeSmsTransportFactory().create(clock);
  }

  @Override
  protected StubProvider provider() {
    return ScriptedGateway.start("acme-sms")
        .option("tls", "none")
        .answers(Behaviour.ACCEPT, 200, "ok id=42 segments=1")
        .answers(Behaviour.REFUSE_RECIPIENT, 422, "error number")
        .answers(Behaviour.REFUSE_CONTENT, 422, "error text")
        .answers(Behaviour.REFUSE_SENDER, 422, "error signature")
        .answers(Behaviour.REFUSE_ACCOUNT, 401, "error login")
        .answers(Behaviour.DEFER, 429, "error busy", Map.of("Retry-After", "30"));
  }

  @Test
  void sendsTheFieldsThatTheGatewayWants() throws Exception {
    try (StubProvider gateway = provider()) {
      send(gateway);
      assertThat(gateway.received().get(0).head()).startsWith("POST /send");
      assertThat(gateway.received().get(0).body())
          .contains("to=%2B8613800138000")
          .contains("account=k-user")
          .contains("text=%E3%80%90Ann%27s+Tea%E3%80%91hello");
    }
  }

  @Test
  void waitsAsLongAsTheGatewayAsks() throws Exception {
    try (StubProvider gateway = provider()) {
      gateway.will(Behaviour.DEFER);
      assertThat(((Outcome.Deferred) send(gateway)).retryAfter()).contains(Duration.ofSeconds(30));
    }
  }

  private Outcome send(StubProvider gateway) throws Exception {
    SendContext context =
        SampleMessages.context(
            new StoreId("tea"), gateway.endpoint(), clock, Duration.ofSeconds(10));
    try (Transport transport = transport(clock)) {
      return transport.send(message("hello"), context);
    }
  }
}
