package dev.shopbell;

import dev.shopbell.address.MailboxProviders;
import dev.shopbell.consent.Consents;
import dev.shopbell.delivery.DeliveryListener;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.delivery.DispatchSettings;
import dev.shopbell.delivery.EnqueueScope;
import dev.shopbell.delivery.Rate;
import dev.shopbell.delivery.RetryPolicy;
import dev.shopbell.delivery.Tracing;
import dev.shopbell.dkim.DkimKeys;
import dev.shopbell.domain.SendingDomains;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.identity.Verp;
import dev.shopbell.inbound.InboundListener;
import dev.shopbell.notice.MarketingConsent;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.SecretLinks;
import dev.shopbell.notice.SecretVault;
import dev.shopbell.notice.UnsubscribeLinks;
import dev.shopbell.plan.Gate;
import dev.shopbell.store.StoreDirectory;
import dev.shopbell.suppression.Suppressions;
import dev.shopbell.template.TemplateCatalog;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Notifier}. Not thread-safe. What is set twice, or cannot go together, is refused
 * at once or by {@link #build}.
 */
public final class NotifierBuilder {
  final StoreDirectory stores;
  final NoticeTypes types;
  final TemplateCatalog templates;
  final PlatformTransports transports = new PlatformTransports();
  final List<Gate> gates = new ArrayList<>();
  final List<DeliveryListener> listeners = new ArrayList<>();
  final List<InboundListener> inbound = new ArrayList<>();
  @Nullable PlatformSender platform;
  @Nullable Suppressions suppressions;
  @Nullable Consents consents;
  @Nullable MarketingConsent promotions;
  @Nullable DeliveryStore deliveries;
  @Nullable EnqueueScope scope;
  Tracing tracing = Tracing.NONE;
  SendingDomains domains = SendingDomains.NONE;
  MailboxProviders providers = MailboxProviders.stock();
  DispatchSettings settings = DispatchSettings.STANDARD;
  Clock clock = Clock.systemUTC();
  RandomGenerator random = new SecureRandom();
  Optional<SecretLinks> secretLinks = Optional.empty();
  Optional<SecretVault> secretVault = Optional.empty();
  Optional<UnsubscribeLinks> unsubscribeLinks = Optional.empty();
  DkimKeys dkimKeys = DkimKeys.NONE;
  Optional<Verp> verp = Optional.empty();

  NotifierBuilder(StoreDirectory stores, NoticeTypes types, TemplateCatalog templates) {
    this.stores = Objects.requireNonNull(stores, "stores");
    this.types = Objects.requireNonNull(types, "types");
    this.templates = Objects.requireNonNull(templates, "templates");
  }

  /**
   * The platform's transport for a channel, by URI: {@code smtp://user:secret@host:587}, {@code
   * failover(...)}. One for each channel.
   */
  public NotifierBuilder transport(String uri) {
    transports.add(uri);
    return this;
  }

  /**
   * The platform's transport for a channel, built with all it needs to know. Closed with the
   * notifier.
   */
  public NotifierBuilder transport(Transport transport) {
    transports.add(transport);
    return this;
  }

  /**
   * A kind of transport beside those on the class path; preferred to one of them with its scheme.
   */
  public NotifierBuilder transportFactory(TransportFactory factory) {
    transports.add(factory);
    return this;
  }

  /** The platform's own address; needed when it has a transport for mail. */
  public NotifierBuilder platform(PlatformSender platform) {
    if (this.platform != null) {
      throw new IllegalStateException(
          "platform is set twice: first %s, then %s"
              .formatted(this.platform.address(), platform.address()));
    }
    this.platform = platform;
    return this;
  }

  /** Answers what is known of a store's domain; no store has one in effect unless given. */
  public NotifierBuilder domains(SendingDomains domains) {
    this.domains = Objects.requireNonNull(domains, "domains");
    return this;
  }

  /** The domains that can be nobody's own; the stock list unless given. */
  public NotifierBuilder providers(MailboxProviders providers) {
    this.providers = Objects.requireNonNull(providers, "providers");
    return this;
  }

  /** One more question to ask before a channel is taken; asked in the order they are given. */
  public NotifierBuilder gate(Gate gate) {
    gates.add(Objects.requireNonNull(gate, "gate"));
    return this;
  }

  /** One more who is told of deliveries as they move. */
  public NotifierBuilder listener(DeliveryListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /** Where deliveries are kept; in memory, with room for 10,000, unless given. */
  public NotifierBuilder deliveries(DeliveryStore deliveries) {
    this.deliveries = Objects.requireNonNull(deliveries, "deliveries");
    return this;
  }

  /**
   * Where notices are stored that are sent without a scope; the store of deliveries itself unless
   * given. For frameworks that know which transaction the caller is in.
   */
  public NotifierBuilder scope(EnqueueScope scope) {
    this.scope = Objects.requireNonNull(scope, "scope");
    return this;
  }

  /** Follows notices from their senders to their attempts; nobody does unless given. */
  public NotifierBuilder tracing(Tracing tracing) {
    this.tracing = Objects.requireNonNull(tracing, "tracing");
    return this;
  }

  /** Makes the link on which a recipient views a secret; without it no notice may hold one. */
  public NotifierBuilder secretLinks(SecretLinks links) {
    secretLinks = Optional.of(links);
    return this;
  }

  /** Opens secrets, so that a message which would hold one is refused and not sent. */
  public NotifierBuilder secretVault(SecretVault vault) {
    secretVault = Optional.of(vault);
    return this;
  }

  /**
   * Makes the link on which a recipient unsubscribes from a store's marketing; without it no
   * marketing letter goes out. Its host must take the POST of RFC 8058 there.
   */
  public NotifierBuilder unsubscribeLinks(UnsubscribeLinks links) {
    unsubscribeLinks = Optional.of(links);
    return this;
  }

  /**
   * Who is shown promotion blocks in transactional notices; those who want marketing by {@link
   * #consents} unless given, and nobody without either.
   */
  public NotifierBuilder marketingConsent(MarketingConsent consent) {
    this.promotions = Objects.requireNonNull(consent, "consent");
    return this;
  }

  /** Signs letters for the domain that their sender's plan names; unsigned unless given. */
  public NotifierBuilder dkim(DkimKeys keys) {
    this.dkimKeys = Objects.requireNonNull(keys, "keys");
    return this;
  }

  /**
   * Gives each letter through the platform's servers a return path of its own, so that bounces are
   * matched and forged ones are not believed; all letters share one unless given.
   */
  public NotifierBuilder verp(Verp verp) {
    this.verp = Optional.of(verp);
    return this;
  }

  /** Who must not be written to again, asked before each attempt; in memory unless given. */
  public NotifierBuilder suppressions(Suppressions suppressions) {
    this.suppressions = Objects.requireNonNull(suppressions, "suppressions");
    return this;
  }

  /**
   * What recipients want, asked before each attempt and for promotion blocks; taken for granted
   * unless given. {@link Notifier#forget} forgets a person there too.
   */
  public NotifierBuilder consents(Consents consents) {
    this.consents = Objects.requireNonNull(consents, "consents");
    return this;
  }

  /** One more who is told of what comes back. */
  public NotifierBuilder inboundListener(InboundListener listener) {
    inbound.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /** How many attempts run at once in the background; 16 unless given, 0 for none. */
  public NotifierBuilder workers(int workers) {
    settings = settings.workers(workers);
    return this;
  }

  /** How long one attempt may take; a minute unless given. */
  public NotifierBuilder attemptTimeout(Duration timeout) {
    settings = settings.attemptTimeout(timeout);
    return this;
  }

  /** How long to wait between attempts; 10 seconds to an hour unless given. */
  public NotifierBuilder retry(RetryPolicy retry) {
    settings = settings.retry(retry);
    return this;
  }

  /**
   * How fast each account of a transport takes messages from this process; as fast as they come
   * unless given. Several processes share an account's rate by a part each.
   *
   * <p>A group is one transport here: {@code failover(a,b)} is held to the rate of {@code failover}
   * for all that it takes, and a rate for {@code a} says nothing of the {@code a} inside it. Give
   * the group what its slowest part takes.
   *
   * @param transport its name, as in {@link dev.shopbell.transport.TransportInfo#name}: the one
   *     that attempts show
   */
  public NotifierBuilder rate(String transport, Rate rate) {
    settings = settings.rate(transport, rate);
    return this;
  }

  /** The time; the system's unless given. */
  public NotifierBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /** The source of chance, used by many threads; a secure one unless given. */
  public NotifierBuilder random(RandomGenerator random) {
    this.random = Objects.requireNonNull(random, "random");
    return this;
  }

  /**
   * The notifier, at work.
   *
   * @throws IllegalArgumentException when a URI cannot be read, a scheme is unknown, a channel has
   *     two transports, or there is no room for signed return paths
   * @throws IllegalStateException when something is missing, naming the method that gives it
   */
  public Notifier build() {
    Notifier notifier = buildStopped();
    notifier.start();
    return notifier;
  }

  /**
   * As {@link #build}, and its workers in the background begin with {@link Notifier#start}. What is
   * sent before waits for them.
   */
  public Notifier buildStopped() {
    return new Assembly(this).notifier();
  }
}
