package dev.shopbell.templates;

import dev.shopbell.templates.engine.Place;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text that is checked, and whom its problems are told, by the offset where each stands. */
final class LintedText {
  private static final int MOST = 20;
  private static final int SHOWN = 40;
  private static final Pattern TAG = Pattern.compile("\\{\\{\\{[^{}]*+}}}|\\{\\{[^{}]*+}}");

  private final String name;
  private final String text;
  private final Consumer<Problem> problems;

  LintedText(String name, String text, Consumer<Problem> problems) {
    this.name = name;
    this.text = text;
    this.problems = problems;
  }

  String text() {
    return text;
  }

  /** The text with spaces for its tags, each character where it was. */
  String withoutTags() {
    return TAG.matcher(text).replaceAll(tag -> " ".repeat(tag.group().length()));
  }

  /** Tells each place where a pattern is found, up to twenty. */
  void each(Pattern pattern, String rule, boolean isError, String message) {
    Matcher found = pattern.matcher(text);
    for (int i = 0; i < MOST && found.find(); i++) {
      tell(found.start(), found.group(), rule, isError, message);
    }
  }

  void error(int at, String shown, String rule, String message) {
    tell(at, shown, rule, true, message);
  }

  void advice(int at, String shown, String rule, String message) {
    tell(at, shown, rule, false, message);
  }

  private void tell(int at, String shown, String rule, boolean isError, String message) {
    int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    int column = at - text.lastIndexOf('\n', at - 1);
    String tag = shown.length() > SHOWN ? shown.substring(0, SHOWN) : shown;
    problems.accept(new Problem(new Place(name, line, column, tag), rule, isError, message));
  }
}
