package dev.shopbell.sms;

import dev.shopbell.sms.SmsExplanation.Pushed;
import dev.shopbell.sms.SmsExplanation.Replacement;
import dev.shopbell.sms.SmsExplanation.Saving;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An explanation for people: what it costs and why, where the borders lie, what would be cheaper.
 */
final class ExplanationWords {
  private static final String[] NUMBERS = {
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"
  };
  private static final int SHOWN = 5;

  private final SmsSegmentCalculator calculator;
  private final Coding coding;
  private final String text;
  private final Borders borders;
  private final SmsExplanation found;
  private final int units;

  ExplanationWords(
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
    this.units = coding.units(text, 0, text.length());
  }

  String say() {
    if (text.isEmpty()) {
      return "No segments: the text is empty, and an empty message cannot be sent.";
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(headline());
    found.pushed().stream().limit(SHOWN).map(this::pushed).forEach(sentences::add);
    if (found.segments() > 1) {
      sentences.add(cuts());
    }
    int billed = calculator.billed(text);
    if (billed != found.segments()) {
      sentences.add(
          "Charged are " + segments(billed) + ", as this provider divides units by capacity.");
    }
    if (calculator.overLimit(text)) {
      sentences.add("The provider refuses it: " + limit() + ".");
    }
    remedies(sentences);
    return String.join(System.lineSeparator(), sentences);
  }

  private String headline() {
    String count = capitalised(segments(found.segments())) + ": ";
    if (!found.forcedBy().isEmpty()) {
      return count + forced() + ". " + room();
    }
    if (coding.isGsm()) {
      return count + "every character is in the " + alphabet() + extended() + ". " + room();
    }
    return count
        + "with profile "
        + calculator.profile().name()
        + " every character counts one, be it Chinese, a digit or a space (an emoji is two or more). "
        + room();
  }

  private String forced() {
    SmsCharacter first = found.forcedBy().get(0);
    int more = found.forcedBy().size() - 1;
    String others =
        more == 0 ? "" : more == 1 ? " and one more character" : " and %,d more".formatted(more);
    return "%s at index %d (%s)%s %s not in the GSM alphabet, so the whole message is written in UCS-2"
        .formatted(first.shown(), first.index(), named(first), others, more == 0 ? "is" : "are");
  }

  private static String named(SmsCharacter character) {
    return character.shown().equals(character.code())
        ? character.name()
        : character.code() + " " + character.name();
  }

  private String alphabet() {
    return switch (coding.tables()) {
      case 0 -> "GSM alphabet";
      case 1 -> "GSM alphabet with one national table, which each segment's header names";
      default -> "GSM alphabet with two national tables, which each segment's header names";
    };
  }

  private String extended() {
    List<SmsCharacter> pairs =
        IntStream.range(0, text.length())
            .filter(i -> coding.width(text.charAt(i)) == 2)
            .mapToObj(i -> SmsCharacter.at(text, i))
            .toList();
    if (pairs.isEmpty()) {
      return "";
    }
    String distinct =
        pairs.stream()
            .map(SmsCharacter::shown)
            .distinct()
            .limit(SHOWN)
            .collect(Collectors.joining(", "));
    return ", of which %,d count%s two septets (%s)"
        .formatted(pairs.size(), pairs.size() == 1 ? "s" : "", distinct);
  }

  private String room() {
    SmsCapacity capacity = coding.capacity();
    if (found.segments() == 1) {
      return "It takes %d of %d %ss; %s left before a second segment."
          .formatted(units, capacity.single(), unit(), left());
    }
    String parts =
        capacity.first() == capacity.following()
            ? capacity.following() + " in each of several"
            : capacity.first()
                + " in the first of several, "
                + capacity.following()
                + " in the others";
    return "It has %,d %ss: %d fit in one segment, %s. %s left in the last."
        .formatted(units, unit(), capacity.single(), parts, capitalised(left()));
  }

  private String left() {
    return switch (found.unitsLeft()) {
      case 0 -> "none is";
      case 1 -> "one is";
      default -> number(found.unitsLeft()) + " are";
    };
  }

  private String pushed(Pushed border) {
    return "Segment %d ends one %s early: %s at index %d takes two, and they cannot be parted."
        .formatted(
            border.segment(), unit(), border.character().shown(), border.character().index());
  }

  private String cuts() {
    int cuts = found.segments() - 1;
    String indexes =
        IntStream.range(0, Math.min(cuts, SHOWN))
            .mapToObj(i -> Integer.toString(borders.end(i)))
            .collect(Collectors.joining(", "));
    return "Segments begin at index 0, " + indexes + (cuts > SHOWN ? ", ..." : "") + ".";
  }

  private String limit() {
    SmsProfile profile = calculator.profile();
    return found.segments() > profile.maxSegments()
        ? "at most %d segments go out as one message".formatted(profile.maxSegments())
        : "at most %,d characters are taken, and it has %,d"
            .formatted(profile.maxCharacters().orElse(0), text.length());
  }

  private void remedies(List<String> sentences) {
    found.savings().forEach(saving -> sentences.add(saving(saving)));
    if (found.segments() <= 1) {
      return;
    }
    if (found.savings().isEmpty() && !found.forcedBy().isEmpty()) {
      without().ifPresent(sentences::add);
    }
    int surplus = surplus();
    sentences.add(
        "%s %s: shorten it by %s %s%s."
            .formatted(
                found.savings().isEmpty() ? "To make it" : "Or, to make it",
                segments(found.segments() - 1),
                number(surplus),
                unit(),
                surplus == 1 ? "" : "s"));
  }

  private String saving(Saving saving) {
    return "To make it %s: %s."
        .formatted(
            segments(saving.segments()),
            saving.replacements().stream()
                .map(ExplanationWords::replacement)
                .collect(Collectors.joining("; ")));
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
  private Optional<String> without() {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (SmsCharacter each : found.forcedBy()) {
      rest.append(text, from, each.index());
      from = each.index() + Character.charCount(each.codePoint());
    }
    rest.append(text, from, text.length());
    int segments = calculator.billed(rest.toString());
    return segments > 0 && segments < calculator.billed(text)
        ? Optional.of(
            "Without %s it would be %s."
                .formatted(
                    found.forcedBy().size() == 1
                        ? found.forcedBy().get(0).shown()
                        : "these characters",
                    segments(segments)))
        : Optional.empty();
  }

  /** The units at the end that do not fit in one segment fewer. */
  private int surplus() {
    int keep =
        found.segments() == 2
            ? coding.end(text, 0, coding.capacity().single())
            : borders.end(found.segments() - 2);
    return coding.units(text, keep, text.length());
  }

  private String unit() {
    return coding.encoding().unit();
  }

  private static String segments(int count) {
    return number(count) + (count == 1 ? " segment" : " segments");
  }

  private static String number(int count) {
    return count < NUMBERS.length ? NUMBERS[count] : String.format(Locale.ROOT, "%,d", count);
  }

  private static String capitalised(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
