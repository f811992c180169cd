package dev.shopbell.sms;

import static dev.shopbell.sms.Amounts.number;
import static dev.shopbell.sms.Amounts.segments;

import dev.shopbell.sms.SmsExplanation.Replacement;
import dev.shopbell.sms.SmsExplanation.Saving;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What would make a message cheaper, in sentences. Each lowers what is charged. */
final class Remedies {
  private static final int SHOWN = 5;

  private final SmsSegmentCalculator calculator;
  private final Coding coding;
  private final String text;
  private final Borders borders;
  private final SmsExplanation found;
  private final int billed;

  Remedies(
      SmsSegmentCalculator calculator,
      Coding coding,
      String text,
      Borders borders,
      SmsExplanation found) {
    this.calculator = calculator;
    this.coding = coding;
    this.text = text;
    this.borders = borders;
    this.found = found;
    this.billed = calculator.billed(text);
  }

  List<String> say() {
    List<String> sentences = new ArrayList<>();
    boolean apart = billed != found.segments();
    found.savings().forEach(saving -> sentences.add(saving(saving, apart)));
    if (billed <= 1) {
      return sentences;
    }
    if (found.savings().isEmpty() && !found.forcedBy().isEmpty()) {
      without(apart).ifPresent(sentences::add);
    }
    sentences.add(shorten(apart));
    return sentences;
  }

  private static String saving(Saving saving, boolean apart) {
    return "To %s: %s."
        .formatted(
            goal(saving.segments(), apart),
            saving.replacements().stream()
                .map(Remedies::replacement)
                .collect(Collectors.joining("; ")));
  }

  private static String goal(int segments, boolean apart) {
    return (apart ? "be charged " : "make it ") + segments(segments);
  }

  private static String replacement(Replacement replacement) {
    String where =
        replacement.indexes().stream()
            .limit(SHOWN)
            .map(index -> Integer.toString(index))
            .collect(Collectors.joining(", "));
    String more = replacement.indexes().size() > SHOWN ? ", ..." : "";
    String what =
        "%s (%s, index %s%s)"
            .formatted(replacement.first().shown(), replacement.first().name(), where, more);
    return replacement.by().isEmpty()
        ? "leave out " + what
        : "write " + quoted(replacement.by()) + " for " + what;
  }

  private static String quoted(String text) {
    return text.contains("'") ? '"' + text + '"' : "'" + text + "'";
  }

  /** What it would cost without the characters that no septets can write. */
  private Optional<String> without(boolean apart) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (SmsCharacter each : found.forcedBy()) {
      rest.append(text, from, each.index());
      from = each.index() + Character.charCount(each.codePoint());
    }
    rest.append(text, from, text.length());
    int segments = calculator.billed(rest.toString());
    return segments > 0 && segments < billed
        ? Optional.of(
            "Without %s it would be %s%s."
                .formatted(
                    found.forcedBy().size() == 1
                        ? found.forcedBy().get(0).shown()
                        : "these characters",
                    apart ? "charged as " : "",
                    segments(segments)))
        : Optional.empty();
  }

  private String shorten(boolean apart) {
    int keep = keep();
    int surplus = coding.units(text, keep, text.length());
    boolean charge = apart || coding.segments(text.substring(0, keep)) >= billed;
    return "%s %s: shorten it by %s %s%s."
        .formatted(
            found.savings().isEmpty() ? "To" : "Or, to",
            goal(billed - 1, charge),
            number(surplus),
            coding.encoding().unit(),
            surplus == 1 ? "" : "s");
  }

  /** Where the text would end to be charged one segment fewer. */
  private int keep() {
    if (billed == 2 || calculator.profile().billing() == SmsBilling.UNITS) {
      return coding.end(text, 0, coding.capacity().total(billed - 1));
    }
    return borders.end(billed - 2);
  }
}
