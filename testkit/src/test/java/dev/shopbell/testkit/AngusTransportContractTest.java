package dev.shopbell.testkit;

import dev.shopbell.smtp.AngusTransportFactory;
import dev.shopbell.transport.Transport;
import java.time.Clock;
import org.junit.jupiter.api.Tag;

@Tag("spi-04")
@Tag("spi-05")
class AngusTransportContractTest extends TransportContract {
  @Override
  protected Transport transport(Clock clock) {
    return new AngusTransportFactory().create(clock);
  }

  @Override
  protected StubProvider provider() {
    return ScriptedSmtpServer.start();
  }
}
