package dev.shopbell.spring;

import dev.shopbell.Notifier;
import dev.shopbell.store.StoreDirectory;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Makes a {@link Notifier} bean when the host gives a transport: the property {@code
 * shopbell.transports} is not blank, or there is a bean of type {@link
 * dev.shopbell.transport.Transport}. Without either nothing happens, whatever other property of
 * {@code shopbell} is set; a platform whose stores all bring accounts of their own makes its {@code
 * Notifier} itself. Where the host has a {@code Notifier} bean, none is made.
 *
 * <p>It needs one bean of {@link StoreDirectory}. It takes, when they are there, one bean each of
 * {@link dev.shopbell.notice.NoticeTypes}, {@link dev.shopbell.template.TemplateCatalog}, {@link
 * dev.shopbell.domain.SendingDomains}, {@link dev.shopbell.delivery.DeliveryStore}, {@link
 * dev.shopbell.notice.SecretLinks}, {@link dev.shopbell.notice.SecretVault}, {@link
 * dev.shopbell.notice.UnsubscribeLinks}, {@link dev.shopbell.notice.MarketingConsent}, {@link
 * dev.shopbell.dkim.DkimKeys}, {@link dev.shopbell.identity.Verp}, {@link
 * dev.shopbell.address.MailboxProviders}, {@link dev.shopbell.suppression.Suppressions} or else
 * {@link dev.shopbell.suppression.SuppressionStore}, {@link dev.shopbell.consent.Consents} or else
 * {@link dev.shopbell.consent.ConsentStore}, and {@link java.time.Clock}, and every bean, in its
 * order, of {@code Transport}, {@link dev.shopbell.transport.TransportFactory}, {@link
 * dev.shopbell.plan.Gate}, {@link dev.shopbell.delivery.DeliveryListener}, {@link
 * dev.shopbell.inbound.InboundListener} and, after all else, {@link NotifierCustomizer}. What is
 * missing or wrong ends the start, with the property or bean that mends it.
 *
 * <p>Types and templates are each the {@linkplain dev.shopbell.templates.StockTemplates stock ones}
 * unless given. The stock templates have no words for a type that a host adds: its notices are
 * skipped as {@code no-template} until the host gives a {@code TemplateCatalog}, too.
 *
 * <p>Where {@code shopbell-jdbc} is on the class path, and no {@code DeliveryStore} bean,
 * deliveries are kept in the application's database or a SQLite file, see the properties below
 * {@code shopbell.outbox}. A notice that is sent inside a transaction of that database is written
 * in it. Cancelling, sending again and forgetting commit by themselves. Suppressed addresses,
 * consents and claims on domains are kept there too, and what is over and old is taken out. A
 * {@code JdbcOutbox} bean of the host's own is used in the same way.
 *
 * <p>The notifier's workers begin when the context is ready, and end before any bean is destroyed.
 * The notifier closes with the context, after every bean that it was injected into and before those
 * it is made of. It closes the transports and the delivery store, which as beans are then closed by
 * the context once more.
 *
 * <p>In actuator pages that show values, those that hold {@code shopbell.transports} are masked all
 * the same. A secret that the host keeps elsewhere and refers to by a placeholder is the host's to
 * mask.
 */
@AutoConfiguration
@Conditional(TransportGiven.class)
public final class ShopbellAutoConfiguration {
  ShopbellAutoConfiguration() {}

  /** The notifier, unless the host has one. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(Notifier.class)
  @EnableConfigurationProperties({ShopbellProperties.class, DomainProperties.class})
  @Import({
    OptionalBeans.class,
    MailBeans.class,
    OrderedBeans.class,
    OutboxConfiguration.class,
    OutboxBeans.class,
    ListBeans.class,
    DomainBeans.class
  })
  static final class NotifierConfiguration {
    @Bean
    static SecretBindAdvisor shopbellSecretBindAdvisor() {
      return new SecretBindAdvisor();
    }

    @Bean
    @Lazy(false) // It works in the background, whether or not anybody has asked for it yet.
    RunningNotifier shopbellRunningNotifier(
        ShopbellProperties properties,
        ObjectProvider<StoreDirectory> storesProvider,
        OptionalBeans optional,
        MailBeans mail,
        ObjectProvider<OutboxScope> outboxProvider,
        OrderedBeans ordered,
        Environment environment) {
      NotifierAssembly assembly =
          new NotifierAssembly(properties, storesProvider, optional, mail, outboxProvider, ordered);
      Duration patience = ShutdownTime.within(environment, properties.patience());
      return new RunningNotifier(assembly.build(), patience);
    }

    @Bean(destroyMethod = "")
    Notifier shopbellNotifier(RunningNotifier running) {
      return running.notifier();
    }
  }

  /** Masks the transports in actuator pages, also where the host has its own notifier. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(SanitizingFunction.class)
  static final class ActuatorConfiguration {
    @Bean
    SecretSanitizer shopbellSecretSanitizer() {
      return new SecretSanitizer();
    }
  }
}
