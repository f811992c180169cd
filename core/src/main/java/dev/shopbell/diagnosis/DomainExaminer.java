package dev.shopbell.diagnosis;

import dev.shopbell.dns.Dns;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsQuestion;
import dev.shopbell.dns.DnsServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Examines domains. Many at once: nothing waits in a thread, and each question is asked once an
 * examination. Its future fails only by a defect; what could not be asked is a finding.
 */
public final class DomainExaminer {
  /** After that an examination asks nothing more, and ends with what it knows. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Dns dns;
  private final boolean validates;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * An examiner.
   *
   * @param dns asked
   * @param validates whether it can check signatures itself ({@link DnsServer#VALIDATED})
   * @param clock for times to live
   * @param random for a name that nobody has published
   */
  public DomainExaminer(Dns dns, boolean validates, Clock clock, RandomGenerator random) {
    this.dns = Objects.requireNonNull(dns, "dns");
    this.validates = validates;
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
  }

  /** What the world sees of the domain and of the records that it is to publish. */
  public CompletableFuture<DomainReport> examine(DnsName domain, List<ExpectedRecord> records) {
    return run(List.of(), new Examination(domain, records)::report);
  }

  /** Whether the recursive resolver sees each record as it should be: one question a record. */
  public CompletableFuture<Boolean> stands(DnsName domain, List<ExpectedRecord> records) {
    return run(questions(records), new Examination(domain, records)::stands);
  }

  private static List<DnsQuestion> questions(List<ExpectedRecord> records) {
    return records.stream()
        .map(record -> new DnsQuestion(DnsServer.RECURSIVE, record.name(), record.type()))
        .toList();
  }

  /** Whether the domain can receive mail. */
  public CompletableFuture<Diagnosis> mailbox(DnsName domain) {
    return run(List.of(), evidence -> new MailExchange(evidence).check(domain));
  }

  /** The DMARC policy that applies to the domain. */
  public CompletableFuture<Dmarc> dmarc(DnsName domain) {
    return run(List.of(), evidence -> new DmarcWalk(evidence).of(domain));
  }

  /** The zone that the domain lies in and who hosts it. */
  public CompletableFuture<DnsZone> zone(DnsName domain) {
    return run(List.of(), evidence -> DnsZone.of(new Zones(evidence).of(domain)));
  }

  private <T> CompletableFuture<T> run(List<DnsQuestion> first, Function<Evidence, T> reasoning) {
    String probe = "probe-" + Long.toString(random.nextLong() >>> 1, 36);
    Evidence evidence = new Evidence(clock, validates, probe);
    return new Investigation<>(dns, evidence, reasoning, clock, clock.instant().plus(LONGEST))
        .start(first);
  }
}
