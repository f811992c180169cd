package dev.shopbell.testkit;

import dev.shopbell.smtp.SmtpTransportFactory;
import dev.shopbell.transport.TransportFactory;

class SmtpTransportTest extends MailTransportSuite {
  @Override
  TransportFactory factory() {
    return new SmtpTransportFactory();
  }
}
