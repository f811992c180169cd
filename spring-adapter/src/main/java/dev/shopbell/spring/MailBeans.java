package dev.shopbell.spring;

import dev.shopbell.NotifierBuilder;
import dev.shopbell.address.MailboxProviders;
import dev.shopbell.dkim.DkimKeys;
import dev.shopbell.identity.Verp;
import dev.shopbell.notice.MarketingConsent;
import dev.shopbell.notice.UnsubscribeLinks;
import dev.shopbell.suppression.SuppressionPolicy;
import dev.shopbell.suppression.SuppressionStore;
import dev.shopbell.suppression.Suppressions;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The beans that mail takes, each in place of a default.
 *
 * @param keysProvider sign letters
 * @param pathsProvider signed return paths
 * @param unsubscribeProvider links to unsubscribe
 * @param consentProvider who is shown promotions
 * @param mailboxesProvider the domains that can be nobody's own
 * @param suppressionsProvider who must not be written to again
 * @param suppressionStoreProvider where that is kept; asked when there are no suppressions
 */
record MailBeans(
    ObjectProvider<DkimKeys> keysProvider,
    ObjectProvider<Verp> pathsProvider,
    ObjectProvider<UnsubscribeLinks> unsubscribeProvider,
    ObjectProvider<MarketingConsent> consentProvider,
    ObjectProvider<MailboxProviders> mailboxesProvider,
    ObjectProvider<Suppressions> suppressionsProvider,
    ObjectProvider<SuppressionStore> suppressionStoreProvider) {

  /** Gives the builder those that there are. */
  void applyTo(NotifierBuilder builder, Clock clock) {
    OneBean.of(keysProvider, DkimKeys.class).ifPresent(builder::dkim);
    OneBean.of(pathsProvider, Verp.class).ifPresent(builder::verp);
    OneBean.of(unsubscribeProvider, UnsubscribeLinks.class).ifPresent(builder::unsubscribeLinks);
    OneBean.of(consentProvider, MarketingConsent.class).ifPresent(builder::marketingConsent);
    OneBean.of(mailboxesProvider, MailboxProviders.class).ifPresent(builder::providers);
    OneBean.of(suppressionsProvider, Suppressions.class)
        .or(
            () ->
                OneBean.of(suppressionStoreProvider, SuppressionStore.class)
                    .map(store -> new Suppressions(store, SuppressionPolicy.STANDARD, clock)))
        .ifPresent(builder::suppressions);
  }
}
