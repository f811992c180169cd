package dev.shopbell.domain;

import java.util.Objects;
import java.util.Optional;

/**
 * What a change of the contact mailbox comes to. Mail goes on meanwhile, on behalf where the new
 * domain is not in effect.
 *
 * @param accepted whether the mailbox may be set
 * @param state how far the new domain has come; {@link DomainState#UNVERIFIED} for a public
 *     provider's
 * @param setup what to publish; empty when nothing is needed
 * @param refusal why the mailbox may not be set, or why its domain is not set up; empty otherwise
 */
public record MailboxChange(
    boolean accepted,
    DomainState state,
    Optional<DomainSetup> setup,
    Optional<SetupRefusal> refusal) {
  public MailboxChange {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(setup, "setup");
    Objects.requireNonNull(refusal, "refusal");
  }
}
