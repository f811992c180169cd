package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.Diagnosis;
import dev.shopbell.diagnosis.Finding;
import dev.shopbell.internal.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A mailbox's domain that cannot be set up. Nothing has changed.
 *
 * @param domain the mailbox's domain
 * @param reason why
 * @param mailbox what was found of its mail service; {@link Finding#OK} where nobody asked
 * @param proposal a subdomain that could be set up instead; empty when none would help
 */
public record SetupRefusal(
    DomainName domain, Reason reason, Diagnosis mailbox, Optional<DomainName> proposal)
    implements SetupResult {
  /** Why a domain cannot be set up. */
  public enum Reason {
    /** It is a public provider's, and nobody's own; the mailbox may be used, on behalf. */
    PUBLIC_PROVIDER,
    /** It receives no mail, so that the mailbox cannot exist. */
    MAILBOX_INVALID,
    /** It could not be asked whether it receives mail; to be tried again. */
    COULD_NOT_ASK,
    /** Another store has it, and the platform's policy lets no two share one. */
    TAKEN
  }

  static final Texts TEXTS = Texts.of(SetupRefusal.class, "setup");

  public SetupRefusal {
    Objects.requireNonNull(domain, "domain");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(mailbox, "mailbox");
    Objects.requireNonNull(proposal, "proposal");
  }

  /** A refusal before anything was asked. */
  static SetupRefusal unasked(DomainName domain, Reason reason, Optional<DomainName> proposal) {
    Diagnosis mailbox = new Diagnosis(Finding.OK, List.of(), Optional.empty(), "", true);
    return new SetupRefusal(domain, reason, mailbox, proposal);
  }

  /**
   * The mail services to choose from where the domain receives no mail, to be shown below {@link
   * MailService#advice}; empty for another reason.
   */
  public List<MailService> mailServices() {
    return reason == Reason.MAILBOX_INVALID ? MailService.all() : List.of();
  }

  /** Why, and what to do, in a merchant's words. */
  public String text(Locale locale) {
    return switch (reason) {
      case MAILBOX_INVALID, COULD_NOT_ASK -> mailbox.remedy(domain, locale);
      case PUBLIC_PROVIDER -> TEXTS.text(locale, "PUBLIC_PROVIDER", domain);
      case TAKEN -> TEXTS.text(locale, "TAKEN", domain, proposal.map(DomainName::value).orElse(""));
    };
  }
}
