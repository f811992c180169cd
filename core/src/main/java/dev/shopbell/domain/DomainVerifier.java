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
import dev.shopbell.domain.DomainClaim.Basis;
import dev.shopbell.domain.DomainSetup.Sharing;
import dev.shopbell.domain.SetupRefusal.Reason;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.StoreId;
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
  private final DomainExaminer examiner;
  private final SigningKeys keys;
  private final StoreRecords records;
  private final DomainRegistry registry;
  private final Neighbours neighbours;
  private final DomainPolicy policy;
  private final MailboxProviders providers;

  DomainVerifier(DomainVerifierBuilder builder) {
    this.examiner = builder.examiner();
    this.keys = builder.keys;
    this.records = new StoreRecords(keys, builder.recordSet);
    this.registry = builder.registry;
    this.neighbours = new Neighbours(registry);
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

  /**
   * What to publish for the mailbox's domain, after a look at whether it can receive mail. A domain
   * that was set up before is not refused because it cannot be asked just now.
   *
   * @throws IllegalArgumentException when the domain is too long for its records' names
   */
  public CompletableFuture<SetupResult> setup(StoreId store, EmailAddress mailbox) {
    Objects.requireNonNull(store, "store");
    DomainName domain = mailbox.domain();
    return unasked(store, domain)
        .<CompletableFuture<SetupResult>>map(CompletableFuture::completedFuture)
        .orElseGet(() -> asked(store, mailbox));
  }

  private Optional<SetupRefusal> unasked(StoreId store, DomainName domain) {
    if (isPublic(domain)) {
      return Optional.of(SetupRefusal.unasked(domain, Reason.PUBLIC_PROVIDER, Optional.empty()));
    }
    boolean taken =
        policy.sharing() == DomainPolicy.Sharing.REFUSE
            && registry.find(store, domain).isEmpty()
            && neighbours.share(store, domain);
    return taken
        ? Optional.of(
            SetupRefusal.unasked(
                domain, Reason.TAKEN, Optional.of(neighbours.proposal(store, domain))))
        : Optional.empty();
  }

  private CompletableFuture<SetupResult> asked(StoreId store, EmailAddress mailbox) {
    DomainName domain = mailbox.domain();
    boolean known = registry.find(store, domain).isPresent();
    Basis basis = basis(store, domain);
    List<ExpectedRecord> published = records.of(store, domain, basis);
    return examiner
        .mailbox(DnsName.of(domain))
        .thenCombine(
            examiner.zone(DnsName.of(domain)),
            (found, zone) ->
                refusal(domain, found, known)
                    .<SetupResult>map(refused -> refused)
                    .orElseGet(() -> setup(store, mailbox, basis, published, zone)));
  }

  /** The records that a store publishes on a domain; nothing is asked. */
  public List<ExpectedRecord> records(StoreId store, DomainName domain) {
    return records.of(store, domain, basis(store, domain));
  }

  /** That of its claim; without one, what a claim would begin with now. */
  private Basis basis(StoreId store, DomainName domain) {
    return registry
        .find(store, domain)
        .map(DomainClaim::basis)
        .orElseGet(() -> new Basis(keys.currentId(), neighbours.above(store, domain)));
  }

  private Optional<SetupRefusal> refusal(DomainName domain, Diagnosis mailbox, boolean known) {
    if (mailbox.couldNotAsk()) {
      return known ? Optional.empty() : refusal(domain, mailbox, Reason.COULD_NOT_ASK);
    }
    boolean implicit = mailbox.finding() == Finding.MX_MISSING && !mailbox.found().isEmpty();
    return mailbox.finding() == Finding.OK || (implicit && policy.acceptsImplicitMx())
        ? Optional.empty()
        : refusal(domain, mailbox, Reason.MAILBOX_INVALID);
  }

  private static Optional<SetupRefusal> refusal(DomainName domain, Diagnosis found, Reason reason) {
    return Optional.of(new SetupRefusal(domain, reason, found, Optional.empty()));
  }

  /** The set-up as its claim has it, which another may have begun meanwhile. */
  DomainSetup of(DomainClaim claim, DomainSetup setup) {
    return setup(claim.store(), setup.mailbox(), claim.basis(), records.of(claim), setup.zone());
  }

  private DomainSetup setup(
      StoreId store,
      EmailAddress mailbox,
      Basis basis,
      List<ExpectedRecord> published,
      DnsZone zone) {
    Optional<Sharing> sharing = sharing(store, mailbox.domain(), basis);
    return new DomainSetup(store, mailbox, basis, published, zone, sharing);
  }

  private Optional<Sharing> sharing(StoreId store, DomainName domain, Basis basis) {
    if (basis.proof().isPresent()) {
      return Optional.of(new Sharing(basis.proof().get(), domain, true));
    }
    return neighbours.share(store, domain)
        ? Optional.of(new Sharing(domain, neighbours.proposal(store, domain), false))
        : Optional.empty();
  }

  /** True when anybody can have a mailbox on the domain. */
  boolean isPublic(DomainName domain) {
    return providers.include(domain);
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
    return examiner.examine(DnsName.of(claim.domain()), records.of(claim));
  }

  CompletableFuture<Boolean> stands(DomainClaim claim) {
    return examiner.stands(DnsName.of(claim.domain()), records.of(claim));
  }

  StoreRecords storeRecords() {
    return records;
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
}
