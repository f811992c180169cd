package dev.shopbell.spring;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Recipient;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreDirectory;
import dev.shopbell.store.StoreId;
import dev.shopbell.templates.StockTemplates;
import dev.shopbell.testkit.RecordingTransport;
import dev.shopbell.transport.Transport;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A platform with one store, and the one bean that a notifier must have. */
@Configuration(proxyBeanMethods = false)
class Host {
  static final StoreId STORE = new StoreId("annstea");

  /** The auto-configuration alone, in a host that has given nothing; deliveries in memory. */
  static ApplicationContextRunner bare() {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(ShopbellAutoConfiguration.class))
        .withPropertyValues("shopbell.outbox.enabled=false");
  }

  /** A host with the bean that a notifier must have, and no transport. */
  static ApplicationContextRunner without() {
    return bare().withUserConfiguration(Host.class);
  }

  /** A host with a transport, and no workers in the background. */
  static ApplicationContextRunner with(Transport transport) {
    return without()
        .withBean(Transport.class, () -> transport)
        .withPropertyValues("shopbell.workers=0");
  }

  /** A transport for text messages that are only kept. */
  static RecordingTransport sms() {
    return RecordingTransport.on(Channel.SMS);
  }

  /** A notice of the stock set that Ann can get by mail or text message. */
  static Notification paid() {
    return notice("order.paid", StockTemplates.sample("order.paid", Locale.ENGLISH));
  }

  /** Another notice for her. */
  static Notification notice(String type, Map<String, ?> data) {
    Recipient ann = Recipient.of("ann").phone("+8613812345600").email("ann@mail.example");
    return Notification.of(type, ann, data);
  }

  @Bean
  StoreDirectory stores() {
    Store store = Store.builder(STORE.value(), "Ann's Tea", "service@annstea.example").build();
    return id -> Optional.of(store).filter(known -> known.id().equals(id));
  }
}
