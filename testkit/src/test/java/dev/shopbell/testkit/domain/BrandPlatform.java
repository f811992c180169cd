package dev.shopbell.testkit.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.DomainReport;
import dev.shopbell.dns.DnsClient;
import dev.shopbell.dns.DnsSettings;
import dev.shopbell.domain.DomainChange;
import dev.shopbell.domain.DomainClaim;
import dev.shopbell.domain.DomainListener;
import dev.shopbell.domain.DomainPolicy;
import dev.shopbell.domain.DomainSetup;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.DomainVerifier;
import dev.shopbell.domain.DomainVerifierBuilder;
import dev.shopbell.domain.Domains;
import dev.shopbell.domain.InMemoryDomainRegistry;
import dev.shopbell.domain.MailboxChange;
import dev.shopbell.store.Credential;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.StoreId;
import dev.shopbell.testkit.SettableClock;
import dev.shopbell.testkit.dns.DnsWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A platform whose stores have brand domains, on a DNS and a clock of its own. */
final class BrandPlatform implements DomainListener, AutoCloseable {
  static final StoreId TEA = new StoreId("tea");
  static final StoreId COFFEE = new StoreId("coffee");
  static final DomainName DOMAIN = DomainName.of("annstea.example");
  static final EmailAddress ANN = EmailAddress.of("ann@annstea.example");
  static final String MAIL = "@ MX 10 mail\nmail A 192.0.2.25\n";

  /** For every token: an Ed25519 key, and a host that takes bounces. */
  private static final String TARGETS =
      """
      *.dkim TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
      *.bounce MX 10 mx
      *.bounce TXT "v=spf1 ip4:192.0.2.26 -all"
      mx A 192.0.2.26
      """;

  final SettableClock clock = SettableClock.at("2026-11-22T08:00:00Z");
  final InMemoryDomainRegistry registry = new InMemoryDomainRegistry();
  final List<DomainChange> changes = new CopyOnWriteArrayList<>();
  final List<String> mailboxes = new CopyOnWriteArrayList<>();
  final List<DomainSetup> shared = new CopyOnWriteArrayList<>();
  final List<DomainReport.Verdict> verdicts = new CopyOnWriteArrayList<>();
  final DnsWorld world;
  final DnsClient client;

  BrandPlatform() {
    this(new DnsWorld().zone("annstea.example", MAIL, "127.0.0.4", "127.0.0.5"));
  }

  BrandPlatform(DnsWorld world) {
    this.world = world.zone("platform.example", TARGETS, "127.0.0.3").start();
    this.client =
        DnsClient.open(
            DnsSettings.of(world.recursive().address())
                .authoritativePort(world.port())
                .timeout(Duration.ofMillis(200), 1));
  }

  static SigningKeys keys() {
    return SigningKeys.of("k1", secret(0));
  }

  static Credential secret(int first) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) first;
    return Credential.of(Base64.getEncoder().encodeToString(bytes));
  }

  DomainVerifierBuilder builder(SigningKeys keys) {
    return DomainVerifier.builder(DomainName.of("platform.example"), keys)
        .dns(client)
        .registry(registry)
        .clock(clock);
  }

  DomainVerifier verifier() {
    return builder(keys()).build();
  }

  DomainVerifier verifier(DomainPolicy policy) {
    return builder(keys()).policy(policy).build();
  }

  Domains domains() {
    return domains(verifier());
  }

  Domains domains(DomainVerifier verifier) {
    return Domains.of(verifier, this, clock, new Random(1));
  }

  MailboxChange change(Domains domains, StoreId store, String mailbox) {
    return domains.changeMailbox(store, Optional.empty(), EmailAddress.of(mailbox)).join();
  }

  /** The lines of a zone file that a merchant adds. */
  static String lines(DomainSetup setup) {
    return setup.records().stream()
        .map(
            record ->
                record.type().name().equals("TXT")
                    ? "%s. TXT \"%s\"\n".formatted(record.name(), record.value())
                    : "%s. CNAME %s.\n".formatted(record.name(), record.value()))
        .collect(Collectors.joining());
  }

  void publish(DomainSetup setup) {
    world.add(setup.zone().apex().value(), lines(setup));
  }

  /** Takes everything back but the domain's mail. */
  void unpublish() {
    world.zone("annstea.example", MAIL, "127.0.0.4", "127.0.0.5");
  }

  /** Sets a domain up, publishes its records and waits until it is in effect. */
  DomainSetup effective(Domains domains, StoreId store, String mailbox) {
    DomainSetup setup = change(domains, store, mailbox).setup().orElseThrow();
    publish(setup);
    run(domains, Duration.ofHours(1));
    return setup;
  }

  /** Lets time pass, looking at each domain when it is due. */
  void run(Domains domains, Duration time) {
    Instant end = clock.instant().plus(time);
    Optional<Instant> next = nextLook();
    while (next.filter(at -> !at.isAfter(end)).isPresent()) {
      clock.set(Stream.of(clock.instant(), next.get()).max(Instant::compareTo).get());
      domains.lookAtDue(1_000).join();
      next = nextLook();
    }
    clock.set(end);
  }

  private Optional<Instant> nextLook() {
    return registry.due(Instant.MAX, 1).stream().map(claim -> claim.checks().next()).findFirst();
  }

  DomainClaim claim(StoreId store, DomainName domain) {
    return registry.find(store, domain).orElseThrow();
  }

  DomainState state(Domains domains) {
    return domains.status(TEA, DOMAIN).state();
  }

  @Override
  public void changed(DomainChange change) {
    changes.add(change);
  }

  @Override
  public void mailboxChanged(StoreId store, EmailAddress mailbox) {
    mailboxes.add(store.value() + " " + mailbox.value());
  }

  @Override
  public void shared(DomainSetup setup) {
    shared.add(setup);
  }

  @Override
  public void examined(DomainClaim claim, DomainReport report) {
    verdicts.add(report.verdict());
  }

  @Override
  public void close() {
    client.close();
    world.close();
  }
}
