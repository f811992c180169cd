package dev.shopbell.spring;

import dev.shopbell.domain.DomainWatch;
import dev.shopbell.domain.Domains;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Watches the host's domains, unless the host has a watch of its own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(Domains.class)
@ConditionalOnMissingBean(DomainWatch.class)
@ConditionalOnBooleanProperty(name = "shopbell.domains.watch.enabled", matchIfMissing = true)
final class DomainBeans {
  DomainBeans() {}

  @Bean
  @Lazy(false) // It works in the background, whether or not anybody has asked for it yet.
  WatchedDomains shopbellWatchedDomains(
      ObjectProvider<Domains> domainsProvider, DomainProperties properties) {
    return new WatchedDomains(domainsProvider.stream().toList(), properties.checkedEvery());
  }
}
