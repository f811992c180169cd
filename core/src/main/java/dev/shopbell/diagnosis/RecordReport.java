package dev.shopbell.diagnosis;

import java.util.Locale;
import java.util.Objects;

/**
 * One record and what became of it.
 *
 * @param record what is to stand there
 * @param diagnosis what was found
 */
public record RecordReport(ExpectedRecord record, Diagnosis diagnosis) {
  public RecordReport {
    Objects.requireNonNull(record, "record");
    Objects.requireNonNull(diagnosis, "diagnosis");
  }

  /** What to do, in a merchant's words; it quotes what was found and what should stand there. */
  public String remedy(Locale locale) {
    return Remedies.of(record, diagnosis, locale);
  }
}
