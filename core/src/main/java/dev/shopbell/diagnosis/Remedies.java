package dev.shopbell.diagnosis;

import dev.shopbell.dns.DnsName;
import dev.shopbell.internal.Texts;
import java.time.Duration;
import java.util.Locale;

/** A finding's sentences for merchants. */
final class Remedies {
  /** Whoever publishes a value of a thousand characters need not read it again. */
  private static final int LONGEST_FOUND = 300;

  private static final Texts TEXTS = Texts.of(Finding.class, "finding");

  private Remedies() {}

  static String of(ExpectedRecord record, Diagnosis diagnosis, Locale locale) {
    return text(diagnosis, locale, record.name().value(), record.value(), record.type().toString());
  }

  static String of(DnsName domain, Diagnosis diagnosis, Locale locale) {
    return text(diagnosis, locale, domain.value(), "", "");
  }

  private static String text(
      Diagnosis diagnosis, Locale locale, String name, String value, String type) {
    return TEXTS.text(
        locale,
        diagnosis.finding().name(),
        name,
        value,
        found(diagnosis),
        diagnosis.lookAgain().map(Duration::toSeconds).orElse(0L),
        diagnosis.detail(),
        type);
  }

  private static String found(Diagnosis diagnosis) {
    String found = String.join(", ", diagnosis.found());
    return found.length() > LONGEST_FOUND ? found.substring(0, LONGEST_FOUND) + "…" : found;
  }
}
