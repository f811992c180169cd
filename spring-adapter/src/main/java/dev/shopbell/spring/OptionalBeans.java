package dev.shopbell.spring;

import dev.shopbell.Notifier;
import dev.shopbell.NotifierBuilder;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.domain.SendingDomains;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.SecretLinks;
import dev.shopbell.notice.SecretVault;
import dev.shopbell.store.StoreDirectory;
import dev.shopbell.template.TemplateCatalog;
import dev.shopbell.templates.StockTemplates;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The beans that take the place of a default.
 *
 * @param typesProvider the types of notice that may be sent
 * @param templatesProvider what they say
 * @param domainsProvider what is known of a store's domain
 * @param deliveriesProvider where deliveries are kept
 * @param linksProvider the links to secrets
 * @param vaultProvider opens secrets
 * @param clockProvider the time
 */
record OptionalBeans(
    ObjectProvider<NoticeTypes> typesProvider,
    ObjectProvider<TemplateCatalog> templatesProvider,
    ObjectProvider<SendingDomains> domainsProvider,
    ObjectProvider<DeliveryStore> deliveriesProvider,
    ObjectProvider<SecretLinks> linksProvider,
    ObjectProvider<SecretVault> vaultProvider,
    ObjectProvider<Clock> clockProvider) {

  /** A builder for these stores that has those that there are. */
  NotifierBuilder builder(StoreDirectory stores) {
    NotifierBuilder builder =
        Notifier.builder(
            stores,
            OneBean.of(typesProvider, NoticeTypes.class).orElseGet(StockTemplates::types),
            OneBean.of(templatesProvider, TemplateCatalog.class)
                .orElseGet(StockTemplates::catalog));
    OneBean.of(domainsProvider, SendingDomains.class).ifPresent(builder::domains);
    OneBean.of(deliveriesProvider, DeliveryStore.class).ifPresent(builder::deliveries);
    OneBean.of(linksProvider, SecretLinks.class).ifPresent(builder::secretLinks);
    OneBean.of(vaultProvider, SecretVault.class).ifPresent(builder::secretVault);
    clock().ifPresent(builder::clock);
    return builder;
  }

  /** The host's clock. */
  Optional<Clock> clock() {
    return OneBean.of(clockProvider, Clock.class);
  }
}
