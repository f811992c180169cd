package dev.shopbell.smtp;

import dev.shopbell.internal.Masks;
import dev.shopbell.internal.Texts;
import dev.shopbell.transport.Outcome;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How far a trial came, and what stopped it. Meant for a settings page: no stack trace, no
 * credential, addresses masked.
 *
 * @param stage the last stage: where it stopped, or, when it passed, where it had to come to
 * @param passed whether it came so far
 * @param reply what the server said last about it, or what broke; empty when all went well in
 *     silence
 * @param outcome what became of the letter; empty when there was none, or none was handed over
 * @param tls how the connection was made safe; empty when it did not come so far, or was not to
 * @param offers what the server can do, in its own words: {@code PIPELINING}, {@code SIZE}
 */
public record SmtpDiagnosis(
    SmtpStage stage,
    boolean passed,
    String reply,
    Optional<Outcome> outcome,
    Optional<SmtpTls> tls,
    Set<String> offers) {
  private static final Texts TEXTS = Texts.of(SmtpDiagnosis.class, "smtp-check");

  public SmtpDiagnosis {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(tls, "tls");
    reply = Masks.text(reply);
    offers = Set.copyOf(offers);
  }

  /** What that means and what to do, in a sentence or two, in Chinese, Spanish or English. */
  public String text(Locale locale) {
    boolean unknown = outcome.filter(Outcome.Unknown.class::isInstance).isPresent();
    String state = passed ? "passed" : unknown ? "unknown" : "stopped";
    return TEXTS.text(locale, state + "." + stage);
  }
}
