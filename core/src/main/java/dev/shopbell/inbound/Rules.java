package dev.shopbell.inbound;

import dev.shopbell.internal.DataLines;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of a file: a line each, {@code kind | place | pattern}. Patterns ignore case, and
 * {@code ^} and {@code $} stand for the ends of a line.
 */
final class Rules {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE;

  /** One line. */
  record Rule(String kind, String place, Pattern pattern) {
    boolean matches(String text) {
      return pattern.matcher(text).find();
    }
  }

  private final List<Rule> rules;

  private Rules(List<Rule> rules) {
    this.rules = rules;
  }

  static Rules read(String file) {
    return new Rules(DataLines.read(Rules.class, file).stream().map(Rules::rule).toList());
  }

  private static Rule rule(String line) {
    String[] parts = line.split(" \\| ", 3);
    return new Rule(parts[0].strip(), parts[1].strip(), Pattern.compile(parts[2].strip(), FLAGS));
  }

  List<Rule> all() {
    return rules;
  }

  /** The rules of one kind for one place. */
  List<Rule> of(String kind, String place) {
    return rules.stream()
        .filter(rule -> rule.kind().equals(kind) && rule.place().equals(place))
        .toList();
  }

  /** True when a rule of that kind for that place fits the text. */
  boolean fits(String kind, String place, String text) {
    return of(kind, place).stream().anyMatch(rule -> rule.matches(text));
  }

  /** Where the first match of a kind begins, or the text's length. */
  int begin(String kind, String place, String text) {
    int first = text.length();
    for (Rule rule : of(kind, place)) {
      Matcher match = rule.pattern().matcher(text);
      if (match.find()) {
        first = Math.min(first, match.start());
      }
    }
    return first;
  }
}
