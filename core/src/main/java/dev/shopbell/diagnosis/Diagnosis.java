package dev.shopbell.diagnosis;

import dev.shopbell.address.DomainName;
import dev.shopbell.dns.DnsName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A finding with what was seen.
 *
 * @param finding what it is
 * @param found what stands there, as it stands there; empty when nothing does
 * @param lookAgain when to look again, for what is on its way
 * @param detail a name that the remedy needs: where a misplaced record stands, what a value leads
 *     to, which servers fail; empty otherwise
 * @param sure false where it may be otherwise, since not all could be asked: then it is shown, and
 *     takes no domain back
 */
public record Diagnosis(
    Finding finding,
    List<String> found,
    Optional<Duration> lookAgain,
    String detail,
    boolean sure) {
  public Diagnosis {
    Objects.requireNonNull(finding, "finding");
    found = List.copyOf(found);
    Objects.requireNonNull(lookAgain, "lookAgain");
    Objects.requireNonNull(detail, "detail");
  }

  /**
   * True when a record with it counts as published. A weak key is accepted from 1024 bits, since
   * receivers take none below that (RFC 8301, section 3.2).
   */
  public boolean isAccepted() {
    return finding == Finding.DKIM_KEY_WEAK
        ? Integer.parseInt(detail) >= DkimKey.SHORTEST_ACCEPTED
        : finding.isAccepted();
  }

  /** True when nothing is known: it neither verifies a domain nor takes it back. */
  public boolean couldNotAsk() {
    return !sure || finding.weight() == Finding.Weight.COULD_NOT_ASK;
  }

  /** What to do about a finding of that domain as a whole, in a merchant's words. */
  public String remedy(DomainName domain, Locale locale) {
    return Remedies.of(DnsName.of(domain), this, locale);
  }

  static Diagnosis of(Finding finding, String... found) {
    return new Diagnosis(finding, List.of(found), Optional.empty(), "", true);
  }

  static Diagnosis of(Finding finding, List<String> found) {
    return new Diagnosis(finding, found, Optional.empty(), "", true);
  }

  Diagnosis detail(String detail) {
    return new Diagnosis(finding, found, lookAgain, detail, sure);
  }

  Diagnosis unsure() {
    return new Diagnosis(finding, found, lookAgain, detail, false);
  }

  Diagnosis lookAgain(Duration after) {
    return new Diagnosis(finding, found, Optional.of(after), detail, sure);
  }
}
