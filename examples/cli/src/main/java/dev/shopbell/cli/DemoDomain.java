package dev.shopbell.cli;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.DomainReport;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.dns.DnsClient;
import dev.shopbell.dns.DnsSettings;
import dev.shopbell.domain.DomainListener;
import dev.shopbell.domain.DomainPolicy;
import dev.shopbell.domain.DomainSetup;
import dev.shopbell.domain.DomainVerifier;
import dev.shopbell.domain.Domains;
import dev.shopbell.domain.SendingDomains;
import dev.shopbell.store.Credential;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.StoreId;
import dev.shopbell.testkit.SettableClock;
import dev.shopbell.testkit.dns.DnsWorld;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * A brand domain that is verified for real: set up, found wanting, published, seen, in effect. Its
 * DNS servers are the demo's own; the quarter of an hour until it takes effect is wound on.
 */
final class DemoDomain implements AutoCloseable {
  private static final String PLATFORM = "platform.example";
  private static final int ED25519_BYTES = 32;

  private final DnsWorld world = new DnsWorld().zone(PLATFORM, "mail A 192.0.2.26", "127.0.0.3");
  private final SettableClock clock = SettableClock.at(Instant.now());
  private final DemoReport report;
  private final DnsClient dns;
  private final Domains domains;

  DemoDomain(DomainName domain, DemoReport report) {
    this.report = report;
    world.zone(
        domain.value(),
        "@ MX 10 mail\nmail A 192.0.2.25\n_dmarc TXT \"v=DMARC1; p=quarantine\"\n",
        "127.0.0.4");
    world.start();
    dns =
        DnsClient.open(DnsSettings.of(world.recursive().address()).authoritativePort(world.port()));
    DomainVerifier verifier =
        DomainVerifier.builder(DomainName.of(PLATFORM), keys()).dns(dns).clock(clock).build();
    domains = Domains.of(verifier, DomainListener.NOOP, clock, new SecureRandom());
  }

  private static SigningKeys keys() {
    byte[] secret = new byte[SigningKeys.SHORTEST_KEY];
    new SecureRandom().nextBytes(secret);
    return SigningKeys.of("demo", Credential.of(Base64.getEncoder().encodeToString(secret)));
  }

  /** Takes the domain from nothing to effective. */
  SendingDomains verify(StoreId store, EmailAddress mailbox) {
    DomainSetup setup =
        domains.changeMailbox(store, Optional.empty(), mailbox).join().setup().orElseThrow();
    tell("Before its three records are published", check(setup));
    setup.records().forEach(this::publish);
    tell("With them", check(setup));
    clock.advance(DomainPolicy.STANDARD.takesEffectAfter());
    domains.lookAtDue(1).join();
    report.remark(
        "A quarter of an hour later it is %s."
            .formatted(Words.lower(domains.status(store, setup.domain()).state())));
    return domains;
  }

  private DomainReport check(DomainSetup setup) {
    return domains.check(setup.store(), setup.domain()).orElseThrow().join();
  }

  /** As the merchant does, and the platform for its part. */
  private void publish(ExpectedRecord record) {
    String owner = record.name().absolute();
    world.add(zone(record), owner + " CNAME " + record.target().absolute());
    String behind = record.isDkim() ? "TXT \"" + key() + "\"" : "MX 10 mail." + PLATFORM + ".";
    world.add(PLATFORM, record.target().absolute() + " " + behind);
  }

  private static String zone(ExpectedRecord record) {
    int labels = record.name().labels().size();
    return String.join(".", record.name().labels().subList(labels - 2, labels));
  }

  private static String key() {
    try {
      byte[] encoded =
          KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded();
      byte[] raw = Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
      return "v=DKIM1; k=ed25519; p=" + Base64.getEncoder().encodeToString(raw);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void tell(String when, DomainReport seen) {
    report.remark("%s, %s is %s.".formatted(when, seen.domain(), Words.lower(seen.verdict())));
    seen.records().stream()
        .filter(record -> !record.diagnosis().isAccepted())
        .forEach(record -> report.remark("  " + record.remedy(Locale.ENGLISH)));
  }

  @Override
  public void close() {
    dns.close();
    world.close();
  }
}
