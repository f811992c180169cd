package dev.shopbell.diagnosis;

import dev.shopbell.dns.DnsName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What the world sees of a domain at one moment.
 *
 * @param domain the domain
 * @param records each record that it is to publish, in their order
 * @param findings those of the domain as a whole; empty when all is well
 * @param mailbox whether the domain can receive mail
 * @param dmarc the policy that applies to it
 * @param dnsHost who hosts its DNS; empty when that is not known
 */
public record DomainReport(
    DnsName domain,
    List<RecordReport> records,
    List<Diagnosis> findings,
    Diagnosis mailbox,
    Dmarc dmarc,
    Optional<DnsHost> dnsHost) {
  /** What a report says of a domain's records together. */
  public enum Verdict {
    /** Each is published. */
    VERIFIED,
    /** At least one is not. */
    PENDING,
    /** None is known not to be, and not all could be asked for. */
    UNKNOWN
  }

  public DomainReport {
    Objects.requireNonNull(domain, "domain");
    records = List.copyOf(records);
    findings = List.copyOf(findings);
    Objects.requireNonNull(mailbox, "mailbox");
    Objects.requireNonNull(dmarc, "dmarc");
    Objects.requireNonNull(dnsHost, "dnsHost");
  }

  /** What the records say together; without any, nothing is known. */
  public Verdict verdict() {
    List<Diagnosis> all = records.stream().map(RecordReport::diagnosis).toList();
    if (all.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    if (all.stream().allMatch(Diagnosis::isAccepted)) {
      return Verdict.VERIFIED;
    }
    return all.stream().anyMatch(one -> !one.isAccepted() && !one.couldNotAsk())
        ? Verdict.PENDING
        : Verdict.UNKNOWN;
  }

  /** The longest time that a finding names to wait; empty when none does. */
  public Optional<Duration> lookAgainAfter() {
    return records.stream()
        .flatMap(record -> record.diagnosis().lookAgain().stream())
        .max(Duration::compareTo);
  }

  /** What to do about a finding of the domain, in a merchant's words. */
  public String remedy(Diagnosis finding, Locale locale) {
    return Remedies.of(domain, finding, locale);
  }
}
