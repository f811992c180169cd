/** Who a notice is from, where it goes, and that it goes out once. */
@SuppressWarnings("module") // dev.shopbell.templates is compiled after this.
module dev.shopbell.core {
  requires transitive jakarta.mail;
  requires org.eclipse.angus.mail;
  requires java.logging;
  requires transitive java.net.http;
  requires org.dnsjava;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports dev.shopbell;
  exports dev.shopbell.address;
  exports dev.shopbell.store;
  exports dev.shopbell.notice;
  exports dev.shopbell.dns;
  exports dev.shopbell.diagnosis;
  exports dev.shopbell.domain;
  exports dev.shopbell.identity;
  exports dev.shopbell.sms;
  exports dev.shopbell.template;
  exports dev.shopbell.plan;
  exports dev.shopbell.consent;
  exports dev.shopbell.transport;
  exports dev.shopbell.suppression;
  exports dev.shopbell.mime;
  exports dev.shopbell.dkim;
  exports dev.shopbell.smtp;
  exports dev.shopbell.delivery;
  exports dev.shopbell.inbound;
  exports dev.shopbell.internal to
      dev.shopbell.templates;

  uses dev.shopbell.transport.TransportFactory;

  provides dev.shopbell.transport.TransportFactory with
      dev.shopbell.smtp.SmtpTransportFactory,
      dev.shopbell.smtp.AngusTransportFactory;
}
