package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.MailboxProviders;
import dev.shopbell.diagnosis.DomainExaminer;
import dev.shopbell.dns.Dns;
import dev.shopbell.dns.DnsClient;
import dev.shopbell.dns.DnsSettings;
import dev.shopbell.store.SigningKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Configures a {@link DomainVerifier}. Without more it asks the system's resolvers, by a client
 * that lives as long as the program.
 */
public final class DomainVerifierBuilder {
  final SigningKeys keys;
  RecordSet recordSet;
  DomainRegistry registry = new InMemoryDomainRegistry();
  DomainPolicy policy = DomainPolicy.STANDARD;
  MailboxProviders providers = MailboxProviders.stock();
  private Clock clock = Clock.systemUTC();
  private @Nullable Dns dns;

  DomainVerifierBuilder(DomainName platform, SigningKeys keys) {
    this.recordSet = new ThreeCnames(platform);
    this.keys = Objects.requireNonNull(keys, "keys");
  }

  /**
   * Asks this client, which stays the caller's to close, or in the host's or a test's own way.
   * Signatures are checked here where a {@link DnsClient} has trust anchors.
   */
  public DomainVerifierBuilder dns(Dns dns) {
    this.dns = Objects.requireNonNull(dns, "dns");
    return this;
  }

  /** Where claims are kept: whose domains are whose. In memory unless given. */
  public DomainVerifierBuilder registry(DomainRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
    return this;
  }

  /** What the platform decides. */
  public DomainVerifierBuilder policy(DomainPolicy policy) {
    this.policy = Objects.requireNonNull(policy, "policy");
    return this;
  }

  /** Another record set than three CNAMEs. */
  public DomainVerifierBuilder records(RecordSet records) {
    this.recordSet = Objects.requireNonNull(records, "records");
    return this;
  }

  /** The domains that can be nobody's own. */
  public DomainVerifierBuilder providers(MailboxProviders providers) {
    this.providers = Objects.requireNonNull(providers, "providers");
    return this;
  }

  /** The clock for times to live. */
  public DomainVerifierBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  DomainExaminer examiner() {
    Dns asked = dns == null ? DnsClient.open(DnsSettings.system()) : dns;
    boolean validates = asked instanceof DnsClient client && client.validates();
    return new DomainExaminer(asked, validates, clock, new SecureRandom());
  }

  /** The verifier. */
  public DomainVerifier build() {
    return new DomainVerifier(this);
  }
}
