package dev.shopbell.spring;

import dev.shopbell.NotifierBuilder;
import dev.shopbell.address.MailboxProviders;
import dev.shopbell.consent.Consents;
import dev.shopbell.dkim.DkimKeys;
import dev.shopbell.identity.Verp;
import dev.shopbell.notice.MarketingConsent;
import dev.shopbell.notice.UnsubscribeLinks;
import dev.shopbell.suppression.Suppressions;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The beans that mail takes, each in place of a default.
 *
 * @param keysProvider sign letters
 * @param pathsProvider signed return paths
 * @param unsubscribeProvider links to unsubscribe
 * @param promotionsProvider who is shown promotions
 * @param mailboxesProvider the domains that can be nobody's own
 * @param suppressionsProvider who must not be written to again
 * @param consentsProvider what recipients want
 */
record MailBeans(
    ObjectProvider<DkimKeys> keysProvider,
    ObjectProvider<Verp> pathsProvider,
    ObjectProvider<UnsubscribeLinks> unsubscribeProvider,
    ObjectProvider<MarketingConsent> promotionsProvider,
    ObjectProvider<MailboxProviders> mailboxesProvider,
    ObjectProvider<Suppressions> suppressionsProvider,
    ObjectProvider<Consents> consentsProvider) {

  /** Gives the builder those that there are. */
  void applyTo(NotifierBuilder builder) {
    OneBean.of(keysProvider, DkimKeys.class).ifPresent(builder::dkim);
    OneBean.of(pathsProvider, Verp.class).ifPresent(builder::verp);
    OneBean.of(unsubscribeProvider, UnsubscribeLinks.class).ifPresent(builder::unsubscribeLinks);
    OneBean.of(promotionsProvider, MarketingConsent.class).ifPresent(builder::marketingConsent);
    OneBean.of(mailboxesProvider, MailboxProviders.class).ifPresent(builder::providers);
    OneBean.of(suppressionsProvider, Suppressions.class).ifPresent(builder::suppressions);
    OneBean.of(consentsProvider, Consents.class).ifPresent(builder::consents);
  }
}
