package dev.shopbell.sms;

import static dev.shopbell.sms.Amounts.capitalised;
import static dev.shopbell.sms.Amounts.number;
import static dev.shopbell.sms.Amounts.segments;

import dev.shopbell.sms.SmsExplanation.Pushed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An explanation for people: what it costs and why, where the borders lie, what would be cheaper.
 */
final class ExplanationWords {
  private static final int SHOWN = 5;

  private final SmsSegmentCalculator calculator;
  private final Coding coding;
  private final String text;
  private final Borders borders;
  private final SmsExplanation found;
  private final int units;
  private final int billed;

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
    this.billed = calculator.billed(text);
  }

  String say() {
    if (text.isEmpty()) {
      return "No segments: the text is empty, and an empty message cannot be sent.";
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(headline());
    if (isChargedApart()) {
      sentences.add(
          "Phones cut it into %s, since no character may be cut: %s left in the last."
              .formatted(segments(found.segments()), left(found.unitsLeft())));
    }
    found.pushed().stream().limit(SHOWN).map(this::pushed).forEach(sentences::add);
    if (found.segments() > 1) {
      sentences.add(cuts());
    }
    if (calculator.overLimit(text)) {
      sentences.add("The provider refuses it: " + limit() + ".");
    }
    sentences.addAll(new Remedies(calculator, coding, text, borders, found).say());
    return String.join(System.lineSeparator(), sentences);
  }

  private String headline() {
    String count =
        capitalised(segments(billed))
            + (isChargedApart()
                ? " are charged, as this provider divides units by capacity: "
                : ": ");
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

  private boolean isChargedApart() {
    return billed != found.segments();
  }

  private String forced() {
    SmsCharacter first = found.forcedBy().get(0);
    int more = found.forcedBy().size() - 1;
    String others =
        more == 0 ? "" : more == 1 ? " and one more character" : " and %,d more".formatted(more);
    return "%s at index %d (%s)%s %s not in the GSM alphabet, so the whole message is written in UCS-2, in which a segment holds %d characters instead of %d"
        .formatted(
            first.shown(),
            first.index(),
            named(first),
            others,
            more == 0 ? "is" : "are",
            coding.capacity().single(),
            calculator.profile().gsm7().single());
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
          .formatted(units, capacity.single(), unit(), left(found.unitsLeft()));
    }
    String parts =
        capacity.first() == capacity.following()
            ? capacity.following() + " in each of several"
            : capacity.first()
                + " in the first of several, "
                + capacity.following()
                + " in the others";
    return "It has %,d %ss: %d fit in one segment, %s. %s left in the last%s."
        .formatted(
            units,
            unit(),
            capacity.single(),
            parts,
            capitalised(
                left(isChargedApart() ? capacity.total(billed) - units : found.unitsLeft())),
            isChargedApart() ? " that is charged" : "");
  }

  private static String left(int units) {
    return switch (units) {
      case 0 -> "none is";
      case 1 -> "one is";
      default -> number(units) + " are";
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
    return "Segments begin at index 0, "
        + indexes
        + (cuts > SHOWN ? ", ..." : "")
        + strictly()
        + ".";
  }

  /** Beyond the most segments nothing is split, so that there are no other borders. */
  private String strictly() {
    boolean others =
        found.segments() <= calculator.profile().maxSegments()
            && !borders.isAt(Borders.kept(coding, text, units));
    return others ? " by the strict count; split, which keeps whole characters, has others" : "";
  }

  private String limit() {
    SmsProfile profile = calculator.profile();
    return found.segments() > profile.maxSegments()
        ? "at most %d segments go out as one message".formatted(profile.maxSegments())
        : "at most %,d characters are taken, and it has %,d"
            .formatted(profile.maxCharacters().orElse(0), text.length());
  }

  private String unit() {
    return coding.encoding().unit();
  }
}
