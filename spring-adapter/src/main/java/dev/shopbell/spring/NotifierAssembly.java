package dev.shopbell.spring;

import dev.shopbell.Notifier;
import dev.shopbell.NotifierBuilder;
import dev.shopbell.store.StoreDirectory;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Everything a notifier is made of.
 *
 * @param properties what is set
 * @param storesProvider the stores' settings, the one bean it must have
 * @param optional the beans in place of defaults
 * @param mail the beans that mail takes
 * @param outboxProvider where notices are stored that the application sends
 * @param ordered the beans of which there may be several
 */
record NotifierAssembly(
    ShopbellProperties properties,
    ObjectProvider<StoreDirectory> storesProvider,
    OptionalBeans optional,
    MailBeans mail,
    ObjectProvider<OutboxScope> outboxProvider,
    OrderedBeans ordered) {

  /**
   * The notifier, not at work yet.
   *
   * @throws MisconfiguredException when it cannot be made
   */
  Notifier build() {
    NotifierBuilder builder = optional.builder(stores());
    mail.applyTo(builder);
    Optional.ofNullable(outboxProvider.getIfAvailable())
        .flatMap(OutboxScope::scope)
        .ifPresent(builder::scope);
    properties.applyTo(builder);
    ordered.applyTo(builder);
    try {
      return builder.buildStopped();
    } catch (IllegalArgumentException e) {
      throw new TransportCheck(properties.uris(), optional, ordered).explain(e);
    } catch (IllegalStateException e) {
      throw new MisconfiguredException(
          "The notifier cannot be made: " + e.getMessage() + ".",
          "Set shopbell.platform.address to the platform's own mail address, on a domain that it"
              + " signs for; bounces come back there, or to shopbell.platform.return-path.",
          e);
    }
  }

  private StoreDirectory stores() {
    return OneBean.of(storesProvider, StoreDirectory.class)
        .orElseThrow(
            () ->
                new MisconfiguredException(
                    "There is a transport, and no bean of type "
                        + StoreDirectory.class.getName()
                        + ", which answers with a store's settings.",
                    "Define one. To start without a notifier, leave out shopbell.transports and the"
                        + " Transport beans."));
  }
}
