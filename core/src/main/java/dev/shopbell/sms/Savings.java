package dev.shopbell.sms;

import dev.shopbell.sms.SmsExplanation.Replacement;
import dev.shopbell.sms.SmsExplanation.Saving;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for replacements after which fewer segments are charged. */
final class Savings {
  private final SmsSegmentCalculator calculator;
  private final String text;
  private final int billed;
  private final Map<Integer, List<Integer>> places = new LinkedHashMap<>();

  Savings(SmsSegmentCalculator calculator, String text) {
    this.calculator = calculator;
    this.text = text;
    this.billed = calculator.billed(text);
    text.codePoints()
        .distinct()
        .filter(each -> Substitution.of(each).isPresent())
        .forEach(each -> places.put(each, new ArrayList<>()));
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      List<Integer> indexes = places.get(text.codePointAt(i));
      if (indexes != null) {
        indexes.add(i);
      }
    }
  }

  /** At most one for each kind, each cheaper than the one before that is noticed less. */
  List<Saving> find() {
    List<Saving> found = new ArrayList<>();
    int best = billed;
    for (Substitution.Kind kind : Substitution.Kind.values()) {
      Optional<Saving> saving = upTo(kind, best);
      if (saving.isPresent()) {
        found.add(saving.get());
        best = saving.get().segments();
      }
    }
    return found;
  }

  private Optional<Saving> upTo(Substitution.Kind kind, int best) {
    Map<Integer, String> all = new LinkedHashMap<>();
    for (int codePoint : places.keySet()) {
      Substitution.of(codePoint)
          .filter(each -> each.kind().compareTo(kind) <= 0)
          .ifPresent(each -> all.put(codePoint, each.replacement()));
    }
    int segments = calculator.billed(with(all));
    if (segments >= best) {
      return Optional.empty();
    }
    leaveOutWhatIsNotNeeded(all, segments);
    return Optional.of(new Saving(segments, billed - segments, replacements(all)));
  }

  /** The most noticeable first. */
  private void leaveOutWhatIsNotNeeded(Map<Integer, String> all, int segments) {
    List<Integer> order = new ArrayList<>(all.keySet());
    order.sort((a, b) -> kind(b).compareTo(kind(a)));
    for (Integer codePoint : order) {
      String replacement = all.remove(codePoint);
      if (calculator.billed(with(all)) > segments) {
        all.put(codePoint, replacement);
      }
    }
  }

  private static Substitution.Kind kind(int codePoint) {
    return Substitution.of(codePoint).orElseThrow().kind();
  }

  private String with(Map<Integer, String> replacements) {
    StringBuilder altered = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            codePoint -> {
              String replacement = replacements.get(codePoint);
              if (replacement == null) {
                altered.appendCodePoint(codePoint);
              } else {
                altered.append(replacement);
              }
            });
    return altered.toString();
  }

  private List<Replacement> replacements(Map<Integer, String> chosen) {
    List<Replacement> replacements = new ArrayList<>();
    places.forEach(
        (codePoint, indexes) -> {
          String by = chosen.get(codePoint);
          if (by != null) {
            replacements.add(
                new Replacement(new SmsCharacter(indexes.get(0), codePoint), indexes, by));
          }
        });
    return replacements;
  }
}
