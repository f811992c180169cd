package dev.shopbell.sms;

import dev.shopbell.sms.SmsExplanation.Pushed;
import dev.shopbell.sms.SmsExplanation.Saving;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the reasons for one text's count. */
final class Explainer {
  private static final int MOST_LISTED = 20_000;

  private final SmsSegmentCalculator calculator;
  private final Codings codings;
  private final String text;
  private final Coding coding;
  private final Borders borders;
  private final int[] units;

  Explainer(SmsSegmentCalculator calculator, Codings codings, String text) {
    this.calculator = calculator;
    this.codings = codings;
    this.text = text;
    this.coding = codings.choose(text);
    this.borders = Borders.strict(coding, text);
    this.units = borders.units(coding, text);
  }

  SmsExplanation explain() {
    boolean tooLong = units.length > calculator.profile().maxSegments();
    List<Saving> savings = tooLong ? List.of() : new Savings(calculator, text).find();
    List<SmsCharacter> forcedBy = forcedBy();
    List<Pushed> pushed = pushed();
    int left = unitsLeft();
    SmsExplanation silent =
        new SmsExplanation(coding.encoding(), units.length, left, forcedBy, pushed, savings, "");
    String words = new ExplanationWords(calculator, coding, text, borders, silent).say();
    return new SmsExplanation(
        coding.encoding(), units.length, left, forcedBy, pushed, savings, words);
  }

  private int unitsLeft() {
    int last = units.length - 1;
    SmsCapacity capacity = coding.capacity();
    return last <= 0
        ? capacity.single() - IntStream.of(units).sum()
        : capacity.of(last) - units[last];
  }

  /** What cannot be written in the septets that come nearest to writing all. */
  private List<SmsCharacter> forcedBy() {
    List<SmsCharacter> least = List.of();
    if (!coding.isGsm()) {
      for (Coding gsm : codings.gsm()) {
        List<SmsCharacter> missing = missing(gsm);
        if (least.isEmpty() || missing.size() < least.size()) {
          least = missing;
        }
      }
    }
    return least;
  }

  private List<SmsCharacter> missing(Coding gsm) {
    List<SmsCharacter> missing = new ArrayList<>();
    int i = 0;
    while (i < text.length() && missing.size() < MOST_LISTED) {
      if (gsm.width(text.charAt(i)) == 0) {
        missing.add(SmsCharacter.at(text, i));
      }
      i = text.offsetByCodePoints(i, 1);
    }
    return missing;
  }

  private List<Pushed> pushed() {
    List<Pushed> pushed = new ArrayList<>();
    for (int i = 0; i < units.length - 1; i++) {
      if (units[i] < coding.capacity().of(i)) {
        pushed.add(new Pushed(i + 1, SmsCharacter.at(text, borders.end(i))));
      }
    }
    return pushed;
  }
}
