package dev.shopbell.spring;

import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.jdbc.JdbcOutbox;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps deliveries in a database where {@code shopbell-jdbc} is on the class path and the host has
 * no store of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxProperties.class)
final class OutboxConfiguration {
  OutboxConfiguration() {}

  /** The database and what is kept in it. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(JdbcOutbox.class)
  @ConditionalOnMissingBean(DeliveryStore.class)
  @ConditionalOnBooleanProperty(name = "shopbell.outbox.enabled", matchIfMissing = true)
  static final class Durable {
    @Bean
    OutboxDatabase shopbellOutboxDatabase(
        OutboxProperties properties, ObjectProvider<DataSource> sourceProvider, BeanFactory beans) {
      return OutboxDatabase.of(properties, sourceProvider, beans);
    }

    @Bean
    @DependsOnDatabaseInitialization // A migration of the host's may make the tables.
    JdbcOutbox shopbellOutbox(
        OutboxDatabase database, OutboxProperties properties, ObjectProvider<Clock> clockProvider) {
      return database.open(properties, OneBean.of(clockProvider, Clock.class));
    }
  }

  /** Says what is missing where the properties are set. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingClass("dev.shopbell.jdbc.JdbcOutbox")
  @ConditionalOnMissingBean(DeliveryStore.class)
  static final class Missing {
    @Bean
    OutboxScope shopbellNoOutboxScope(OutboxProperties properties) {
      if (properties.isWanted()) {
        throw new MisconfiguredException(
            "A property below shopbell.outbox is set, and dev.shopbell:shopbell-jdbc is not on the"
                + " class path.",
            "Add it, or leave these properties out: deliveries are then kept in memory.");
      }
      return OutboxScope.NONE;
    }
  }
}
