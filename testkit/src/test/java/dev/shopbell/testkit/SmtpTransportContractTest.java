package dev.shopbell.testkit;

import dev.shopbell.smtp.SmtpTransportFactory;
import dev.shopbell.transport.Transport;
import java.time.Clock;
import org.junit.jupiter.api.Tag;

@Tag("spi-04")
@Tag("spi-05")
class SmtpTransportContractTest extends TransportContract {
  @Override
  protected Transport transport(Clock clock) {
    return new SmtpTransportFactory().create(clock);
  }

  @Override
  protected StubProvider provider() {
    return ScriptedSmtpServer.start();
  }
}
