package dev.shopbell.identity;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.Dmarc;
import java.util.Objects;

/**
 * How DMARC compares domains with the one in From (RFC 9989).
 *
 * @param organizational the organizational domain of the one in From, as a tree walk finds it
 * @param strictSignature {@code adkim=s}: a signature counts only for the very domain in From
 * @param strictReturnPath {@code aspf=s}: a return path counts only on the very domain in From
 */
public record AlignmentRule(
    DomainName organizational, boolean strictSignature, boolean strictReturnPath) {
  public AlignmentRule {
    Objects.requireNonNull(organizational, "organizational");
  }

  /**
   * The rule that was found for a domain.
   *
   * @throws IllegalArgumentException when its organizational domain is a single label, which sends
   *     no mail
   */
  public static AlignmentRule of(Dmarc found) {
    return new AlignmentRule(
        DomainName.of(found.organization().value()), found.strictDkim(), found.strictSpf());
  }

  /** The rule where a domain asks for nothing: any domain of the same organization counts. */
  public static AlignmentRule relaxed(DomainName organizational) {
    return new AlignmentRule(organizational, false, false);
  }

  /** Only the very domain in From counts. */
  public static AlignmentRule strict(DomainName organizational) {
    return new AlignmentRule(organizational, true, true);
  }

  /** What proves the domain in From, of the plan's signature and return path. */
  DmarcAlignment of(SenderPlan plan) {
    DomainName from = plan.from().address().domain();
    if (!from.isWithin(organizational)) {
      throw new IllegalArgumentException(
          "organizational domain %s is not above %s: give the one of the domain in From"
              .formatted(organizational, from));
    }
    boolean signature =
        plan.dkimDomain().filter(domain -> counts(domain, from, strictSignature)).isPresent();
    return DmarcAlignment.by(signature, counts(plan.returnPath().domain(), from, strictReturnPath));
  }

  private boolean counts(DomainName domain, DomainName from, boolean strict) {
    return strict ? domain.equals(from) : domain.isWithin(organizational);
  }
}
