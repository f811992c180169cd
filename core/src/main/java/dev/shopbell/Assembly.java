package dev.shopbell;

import dev.shopbell.address.Channel;
import dev.shopbell.consent.Consents;
import dev.shopbell.delivery.Carriers;
import dev.shopbell.delivery.Composer;
import dev.shopbell.delivery.DispatchPorts;
import dev.shopbell.delivery.Dispatching;
import dev.shopbell.delivery.EnqueueScope;
import dev.shopbell.delivery.InMemoryDeliveryStore;
import dev.shopbell.delivery.Listeners;
import dev.shopbell.delivery.Submissions;
import dev.shopbell.identity.Senders;
import dev.shopbell.inbound.Inbox;
import dev.shopbell.notice.MarketingConsent;
import dev.shopbell.plan.Gate;
import dev.shopbell.plan.Planner;
import dev.shopbell.suppression.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts a notifier together from what its builder was given, and the defaults for the rest. */
final class Assembly {
  private static final int CAPACITY = 10_000;

  private final NotifierBuilder given;
  private final Suppressions suppressions;

  Assembly(NotifierBuilder given) {
    this.given = given;
    this.suppressions =
        Optional.ofNullable(given.suppressions).orElseGet(() -> Suppressions.inMemory(given.clock));
  }

  /** The notifier, not at work yet. */
  Notifier notifier() {
    DispatchPorts ports = ports(carriers());
    Dispatching dispatching = new Dispatching(ports, given.settings, given.random);
    Inbox inbox =
        new Inbox(
            ports.deliveries(),
            given.verp,
            suppressions,
            dispatching::settle,
            given.inbound,
            given.clock);
    EnqueueScope own = given.scope == null ? ports.deliveries() : given.scope;
    Submissions submissions = new Submissions(given.clock, given.random);
    return new Notifier(ports, own, submissions, dispatching, inbox, forgetting());
  }

  private Carriers carriers() {
    Carriers carriers = given.transports.open(given.clock);
    if (carriers.channels().contains(Channel.EMAIL) && given.platform == null) {
      carriers.close();
      throw new IllegalStateException(
          "there is a transport for mail and no platform sender: give NotifierBuilder.platform");
    }
    Optional.ofNullable(given.platform)
        .ifPresent(sender -> given.verp.ifPresent(paths -> paths.check(sender)));
    return carriers;
  }

  private DispatchPorts ports(Carriers carriers) {
    return new DispatchPorts(
        given.stores,
        given.types,
        new Planner(given.types, given.templates, senders(), gates(), carriers.channels()),
        composer(),
        carriers,
        given.deliveries == null ? new InMemoryDeliveryStore(CAPACITY) : given.deliveries,
        new Listeners(given.listeners),
        given.tracing,
        given.clock);
  }

  private Optional<Senders> senders() {
    return Optional.ofNullable(given.platform)
        .map(sender -> new Senders(sender, given.domains, given.providers));
  }

  private List<Gate> gates() {
    List<Gate> asked = new ArrayList<>(given.gates);
    Optional.ofNullable(given.consents).map(Consents::gate).ifPresent(asked::add);
    asked.add(suppressions.gate());
    return asked;
  }

  private Composer composer() {
    String domain = given.platform == null ? "" : given.platform.address().domain().value();
    return new Composer(
        new Composer.Ports(
            given.secretLinks,
            given.secretVault,
            given.unsubscribeLinks,
            promotions(),
            given.dkimKeys,
            domain,
            given.verp));
  }

  private MarketingConsent promotions() {
    return Optional.ofNullable(given.promotions)
        .or(() -> Optional.ofNullable(given.consents).map(Consents::marketing))
        .orElse(MarketingConsent.NONE);
  }

  private Consumer<String> forgetting() {
    Consents consents = given.consents;
    return consents == null ? recipient -> {} : consents::forget;
  }
}
