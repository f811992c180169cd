package dev.shopbell.smtp;

import dev.shopbell.internal.Masks;
import dev.shopbell.transport.Outcome;
import java.util.Objects;

/**
 * What became of a letter, with the reply that said so.
 *
 * @param outcome accepted, rejected, deferred or unknown
 * @param code the reply's three digits; 0 when no reply said so
 * @param enhancedCode its enhanced code (RFC 3463), {@code 5.1.1}; empty when it has none
 * @param reply the reply in one line, addresses in it masked; empty when there was none
 */
public record SmtpResult(Outcome outcome, int code, String enhancedCode, String reply) {
  public SmtpResult {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(enhancedCode, "enhancedCode");
    reply = Masks.text(reply);
  }

  /** An outcome that no reply gave. */
  static SmtpResult of(Outcome outcome) {
    return new SmtpResult(outcome, 0, "", "");
  }

  static SmtpResult of(Outcome outcome, SmtpReply reply) {
    return new SmtpResult(outcome, reply.code(), reply.enhancedCode(), reply.text());
  }
}
