package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.MailboxProviders;
import dev.shopbell.diagnosis.Diagnosis;
import dev.shopbell.diagnosis.DnsZone;
import dev.shopbell.diagnosis.DomainExaminer;
import dev.shopbell.diagnosis.DomainReport;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.diagnosis.Finding;
import dev.shopbell.dns.DnsName;
import dev.shopbell.domain.DomainSetup.Sharing;
import dev.shopbell.domain.SetupRefusal.Reason;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.StoreId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Says which records a store must publish to send as its own domain, and what the world sees of
 * them, record by record. It keeps nothing and waits in no thread; {@link Domains} keeps the
 * states.
 */
public final class DomainVerifier {
  private static final Diagnosis UNASKED =
      new Diagnosis(Finding.OK, List.of(), Optional.empty(), "");

  private final DomainExaminer examiner;
  private final SigningKeys keys;
  private final RecordSet recordSet;
  private final DomainRegistry registry;
  private final DomainPolicy policy;
  private final MailboxProviders providers;

  DomainVerifier(DomainVerifierBuilder builder) {
    this.examiner = builder.examiner();
    this.keys = builder.keys;
    this.recordSet = builder.recordSet;
    this.registry = builder.registry;
    this.policy = builder.policy;
    this.providers = builder.providers;
  }

  /**
   * A verifier to configure.
   *
   * @param platform the platform's domain, below which the targets of the records stand
   * @param keys make the tokens
   */
  public static DomainVerifierBuilder builder(DomainName platform, SigningKeys keys) {
    return new DomainVerifierBuilder(platform, keys);
  }

  /** What to publish for the mailbox's domain, after a look at whether it can receive mail. */
  public CompletableFuture<SetupResult> setup(StoreId store, EmailAddress mailbox) {
    Objects.requireNonNull(store, "store");
    DomainName domain = mailbox.domain();
    if (providers.include(domain)) {
      return CompletableFuture.completedFuture(
          new SetupRefusal(domain, Reason.PUBLIC_PROVIDER, UNASKED, Optional.empty()));
    }
    Optional<Sharing> sharing = sharing(store, domain);
    if (sharing.isPresent() && policy.sharing() == DomainPolicy.Sharing.REFUSE) {
      return CompletableFuture.completedFuture(
          new SetupRefusal(domain, Reason.TAKEN, UNASKED, sharing.map(Sharing::proposal)));
    }
    return examiner
        .mailbox(DnsName.of(domain))
        .thenCombine(
            examiner.zone(DnsName.of(domain)),
            (found, zone) -> setup(store, mailbox, found, zone, sharing));
  }

  private SetupResult setup(
      StoreId store,
      EmailAddress mailbox,
      Diagnosis found,
      DnsZone zone,
      Optional<Sharing> sharing) {
    Optional<Reason> refused = refused(found);
    return refused.isPresent()
        ? new SetupRefusal(mailbox.domain(), refused.get(), found, Optional.empty())
        : setup(store, mailbox, zone, sharing);
  }

  private Optional<Reason> refused(Diagnosis mailbox) {
    if (mailbox.finding() == Finding.OK) {
      return Optional.empty();
    }
    if (mailbox.couldNotAsk()) {
      return Optional.of(Reason.COULD_NOT_ASK);
    }
    boolean implicit = mailbox.finding() == Finding.MX_MISSING && !mailbox.found().isEmpty();
    return implicit && policy.acceptsImplicitMx()
        ? Optional.empty()
        : Optional.of(Reason.MAILBOX_INVALID);
  }

  private DomainSetup setup(
      StoreId store, EmailAddress mailbox, DnsZone zone, Optional<Sharing> sharing) {
    String keyId =
        registry.find(store, mailbox.domain()).map(DomainClaim::keyId).orElseGet(keys::currentId);
    return new DomainSetup(
        store, mailbox, keyId, records(store, mailbox.domain(), keyId, sharing), zone, sharing);
  }

  /** The records that a store publishes on a domain; nothing is asked. */
  public List<ExpectedRecord> records(StoreId store, DomainName domain) {
    return records(store, domain, keyId(store, domain), sharing(store, domain));
  }

  /** A claim keeps the key that it began with. */
  private String keyId(StoreId store, DomainName domain) {
    return registry.find(store, domain).map(DomainClaim::keyId).orElseGet(keys::currentId);
  }

  /** The set-up of a claim, without asking anything. */
  List<ExpectedRecord> records(DomainClaim claim) {
    return records(
        claim.store(), claim.domain(), claim.keyId(), sharing(claim.store(), claim.domain()));
  }

  /** The host that bounces of the claim's mail come back to. */
  Optional<DomainName> returnPath(DomainClaim claim) {
    return recordSet.returnPath(
        claim.domain(), tokens(claim.store(), claim.domain(), claim.keyId()));
  }

  private List<ExpectedRecord> records(
      StoreId store, DomainName domain, String keyId, Optional<Sharing> sharing) {
    DomainTokens tokens = tokens(store, domain, keyId);
    List<ExpectedRecord> records = new ArrayList<>();
    sharing
        .filter(Sharing::proofNeeded)
        .ifPresent(claimed -> records.add(proof(claimed.domain(), tokens)));
    records.addAll(recordSet.records(domain, tokens));
    return records;
  }

  private DomainTokens tokens(StoreId store, DomainName domain, String keyId) {
    return new DomainTokens(keys, keyId, store, domain);
  }

  /** Proves that whoever publishes below a zone may write into the zone itself. */
  private static ExpectedRecord proof(DomainName claimed, DomainTokens tokens) {
    return ExpectedRecord.txt(
        new DnsName("_shopbell").below(DnsName.of(claimed)),
        "shopbell-verification=" + tokens.token("proof", 26));
  }

  private Optional<Sharing> sharing(StoreId store, DomainName domain) {
    if (isOthers(store, domain)) {
      return Optional.of(new Sharing(domain, proposal(domain), false));
    }
    return above(domain).stream()
        .filter(zone -> isOthers(store, zone) && registry.find(store, zone).isEmpty())
        .findFirst()
        .map(zone -> new Sharing(zone, domain, true));
  }

  private boolean isOthers(StoreId store, DomainName domain) {
    return registry.claims(domain).stream().anyMatch(claim -> !claim.store().equals(store));
  }

  /** The domains above it that somebody may have claimed. */
  private static List<DomainName> above(DomainName domain) {
    return DnsName.of(domain).parent().upwards().stream()
        .filter(name -> name.labels().size() > 1)
        .map(name -> DomainName.of(name.value()))
        .toList();
  }

  private DomainName proposal(DomainName domain) {
    DomainName free = DomainName.of("shop." + domain);
    for (int number = 2; !registry.claims(free).isEmpty(); number++) {
      free = DomainName.of("shop" + number + "." + domain);
    }
    return free;
  }

  /** What the world sees of the set-up's records, and of the domain as a whole. */
  public CompletableFuture<DomainReport> verify(DomainSetup setup) {
    return examiner.examine(DnsName.of(setup.domain()), setup.records());
  }

  /** As {@link #verify}, waiting for the report: seconds, where servers are silent. */
  public DomainReport verifyNow(DomainSetup setup) {
    return verify(setup).join();
  }

  /** As {@link #setup}, waiting for the answer. */
  public SetupResult setupNow(StoreId store, EmailAddress mailbox) {
    return setup(store, mailbox).join();
  }

  CompletableFuture<DomainReport> examine(DomainClaim claim) {
    return examiner.examine(DnsName.of(claim.domain()), records(claim));
  }

  CompletableFuture<Boolean> stands(DomainClaim claim) {
    return examiner.stands(DnsName.of(claim.domain()), records(claim));
  }

  DomainExaminer examiner() {
    return examiner;
  }

  DomainRegistry registry() {
    return registry;
  }

  DomainPolicy policy() {
    return policy;
  }

  MailboxProviders providers() {
    return providers;
  }
}
