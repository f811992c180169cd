package dev.shopbell.templates;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names of variables in braces that are none of a template's, and would be sent as they are.
 */
final class BraceLint {
  private static final int MOST = 20;
  private static final String NAME = "[ \\t]{0,3}([A-Za-z][A-Za-z0-9_.]{0,80}+)[ \\t]{0,3}";
  private static final Pattern FULL_WIDTH =
      Pattern.compile("[｛｝]\\s*[｛｝]|｛\\s*[#/^A-Za-z][^｛｝{}]{0,80}?[｝}]");
  private static final Pattern APART = Pattern.compile("\\{\\s+\\{\\s*[#/^A-Za-z]");
  private static final List<Pattern> OTHERS =
      List.of(
          Pattern.compile("(?<!\\{)\\{?" + NAME + "}}"),
          Pattern.compile("(?<!\\{)\\$?\\{" + NAME + "}"),
          Pattern.compile("\\[\\[" + NAME + "]]"),
          Pattern.compile("\\{?%=?" + NAME + "%}?"),
          Pattern.compile("<%=?" + NAME + "%>"));

  private final LintedText text;
  private final Set<String> names;

  /**
   * A check of one text.
   *
   * @param scope the names it may use
   */
  BraceLint(LintedText text, Scope scope) {
    this.text = text;
    this.names = scope.everywhere();
  }

  void check() {
    text.each(
        FULL_WIDTH,
        "full-width-braces",
        true,
        "these are full-width braces, which no template reads: switch the keyboard to half width and type {{ and }}");
    text.each(
        APART, "single-braces", true, "there is a space between the braces: write {{ together");
    String rest = text.withoutTags();
    boolean[] isTold = new boolean[rest.length() + 1];
    OTHERS.forEach(pattern -> others(pattern, rest, isTold));
  }

  private void others(Pattern pattern, String rest, boolean[] isTold) {
    Matcher found = pattern.matcher(rest);
    for (int told = 0; told < MOST && found.find(); ) {
      String name = found.group(1);
      if (names.contains(name) && !isTold[found.start(1)]) {
        isTold[found.start(1)] = true;
        told++;
        text.error(
            found.start(),
            found.group(),
            "single-braces",
            "this is no tag, and would be sent as it is written: write {{%s}}".formatted(name));
      }
    }
  }
}
