package dev.shopbell.spring;

import dev.shopbell.consent.Consent;
import dev.shopbell.consent.ConsentPolicy;
import dev.shopbell.consent.ConsentStore;
import dev.shopbell.consent.Consents;
import dev.shopbell.notice.MarketingConsent;
import dev.shopbell.notice.Purpose;
import dev.shopbell.suppression.SuppressionPolicy;
import dev.shopbell.suppression.SuppressionStore;
import dev.shopbell.suppression.Suppressions;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who must not be written to, and what recipients want, as it is kept in the stores there are. */
@Configuration(proxyBeanMethods = false)
final class ListBeans {
  ListBeans() {}

  @Bean
  @ConditionalOnBean(SuppressionStore.class)
  @ConditionalOnMissingBean
  Suppressions shopbellSuppressions(
      ObjectProvider<SuppressionStore> storeProvider,
      ObjectProvider<SuppressionPolicy> policyProvider,
      ObjectProvider<Clock> clockProvider) {
    return new Suppressions(
        OneBean.of(storeProvider, SuppressionStore.class).orElseThrow(),
        OneBean.of(policyProvider, SuppressionPolicy.class).orElse(SuppressionPolicy.STANDARD),
        clock(clockProvider));
  }

  private static Clock clock(ObjectProvider<Clock> clockProvider) {
    return OneBean.of(clockProvider, Clock.class).orElseGet(Clock::systemUTC);
  }

  /** Changes by itself nothing of what goes out: who says nothing is written to as before. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBean(ConsentStore.class)
  @ConditionalOnMissingBean(Consents.class)
  static final class Wanted {
    @Bean
    Consents shopbellConsents(
        ObjectProvider<ConsentStore> storeProvider,
        ObjectProvider<ConsentPolicy> policyProvider,
        ObjectProvider<Clock> clockProvider) {
      return new Consents(
          OneBean.of(storeProvider, ConsentStore.class).orElseThrow(),
          OneBean.of(policyProvider, ConsentPolicy.class).orElse(ConsentPolicy.OPT_OUT),
          clock(clockProvider));
    }

    /** Promotion blocks are for those who said yes, until the host has a policy. */
    @Bean
    @ConditionalOnMissingBean({MarketingConsent.class, ConsentPolicy.class})
    MarketingConsent shopbellMarketingConsent(Consents consents) {
      return (store, recipient, channel) ->
          consents
              .find(store, recipient.id(), Purpose.MARKETING, channel)
              .filter(Consent::granted)
              .isPresent();
    }
  }
}
