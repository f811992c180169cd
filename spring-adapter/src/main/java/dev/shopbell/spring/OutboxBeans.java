package dev.shopbell.spring;

import dev.shopbell.consent.ConsentStore;
import dev.shopbell.consent.Consents;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.domain.DomainRegistry;
import dev.shopbell.jdbc.JdbcOutbox;
import dev.shopbell.suppression.SuppressionStore;
import dev.shopbell.suppression.Suppressions;
import jakarta.transaction.UserTransaction;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.jta.JtaTransactionManager;

/** What goes with a durable outbox, the starter's or the host's own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(JdbcOutbox.class)
@ConditionalOnSingleCandidate(JdbcOutbox.class)
final class OutboxBeans {
  private static final String TIDIES = "shopbell.outbox.retention.enabled";

  OutboxBeans() {}

  @Bean
  @ConditionalOnMissingBean({Suppressions.class, SuppressionStore.class})
  SuppressionStore shopbellSuppressionStore(JdbcOutbox outbox) {
    return outbox.suppressions();
  }

  @Bean
  @ConditionalOnMissingBean({Consents.class, ConsentStore.class})
  ConsentStore shopbellConsentStore(JdbcOutbox outbox) {
    return outbox.consents();
  }

  @Bean
  @ConditionalOnMissingBean
  DomainRegistry shopbellDomainRegistry(JdbcOutbox outbox) {
    return outbox.domains();
  }

  @Bean
  @Lazy(false) // It works in the background, whether or not anybody has asked for it yet.
  @Conditional(Tidies.class)
  Rounds shopbellOutboxTidying(JdbcOutbox outbox, OutboxProperties properties) {
    TidyRound round = TidyRound.of(outbox, properties);
    return new Rounds("shopbell-tidying", round, TidyRound.AGAIN);
  }

  /** Joins the transactions of the application. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(DataSourceUtils.class)
  static final class Joining {
    @Bean
    OutboxScope shopbellOutboxScope(
        JdbcOutbox outbox,
        ObjectProvider<DeliveryStore> deliveriesProvider,
        ObjectProvider<JtaTransactions> jtaProvider,
        OutboxProperties properties) {
      JtaTransactions known = jtaProvider.getIfAvailable();
      BooleanSupplier jta = known == null ? () -> false : known::isAnyOpen;
      return new OutboxScope(
          OneBean.of(deliveriesProvider, DeliveryStore.class)
              .filter(outbox::equals)
              .map(taken -> scope(outbox, jta, properties)));
    }

    private static TransactionScope scope(
        JdbcOutbox outbox, BooleanSupplier jta, OutboxProperties properties) {
      return new TransactionScope(outbox, outbox.dataSource(), jta, properties.commitsByItself());
    }
  }

  /** Sees transactions of JTA, where it is on the class path. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({JtaTransactionManager.class, UserTransaction.class})
  static final class Jta {
    @Bean
    JtaTransactions shopbellJtaTransactions(ObjectProvider<JtaTransactionManager> managers) {
      return new JtaTransactions(managers);
    }
  }

  /** Matches for an outbox of the starter's unless switched off, and for another when asked for. */
  static final class Tidies extends AnyNestedCondition {
    Tidies() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    /** Asked for. */
    @ConditionalOnBooleanProperty(name = TIDIES)
    static final class Asked {}

    /** The starter's. */
    @ConditionalOnBean(OutboxDatabase.class)
    @ConditionalOnBooleanProperty(name = TIDIES, matchIfMissing = true)
    static final class Made {}
  }
}
