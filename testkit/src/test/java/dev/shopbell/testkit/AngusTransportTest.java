package dev.shopbell.testkit;

import dev.shopbell.smtp.AngusTransportFactory;
import dev.shopbell.transport.TransportFactory;

class AngusTransportTest extends MailTransportSuite {
  @Override
  TransportFactory factory() {
    return new AngusTransportFactory();
  }
}
