package dev.shopbell.templates;

import dev.shopbell.internal.Nearest;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.templates.engine.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file's name says: the notice type and the language, {@code order.paid.en.mustache}.
 *
 * @param type empty when it tells none that there is
 * @param locale English when it tells none
 * @param problems what is wrong with the name
 */
record DraftName(Optional<NoticeType> type, Locale locale, List<Problem> problems) {
  private static final Pattern ENDING = Pattern.compile("\\.(?:mustache|html?|txt|tpl)$");
  private static final Pattern LOCALE =
      Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_][A-Za-z]{2})?");
  private static final Pattern NAMED = Pattern.compile("([a-z0-9-]+(?:\\.[a-z0-9-]+)+)\\.(\\S+)");

  static DraftName of(NoticeTypes types, String file) {
    String name = ENDING.matcher(file).replaceFirst("");
    return types.all().stream()
        .filter(type -> name.equals(type.name()) || name.startsWith(type.name() + "."))
        .max(Comparator.comparingInt(type -> type.name().length()))
        .map(type -> known(type, name.substring(type.name().length())))
        .orElseGet(() -> unknown(types, name));
  }

  private static DraftName known(NoticeType type, String rest) {
    if (rest.isEmpty()) {
      return new DraftName(
          Optional.of(type),
          Locale.ENGLISH,
          List.of(
              problem(
                  false,
                  "no-locale",
                  "the file's name tells no language, and it is read as English: call it %s.en.mustache, or by its own language"
                      .formatted(type.name()))));
    }
    String tag = rest.substring(1);
    if (!LOCALE.matcher(tag).matches()) {
      return new DraftName(
          Optional.of(type),
          Locale.ENGLISH,
          List.of(
              problem(
                  true,
                  "unknown-locale",
                  "%s in the file's name is no language: write it as en, es or zh-CN, as in %s.en.mustache"
                      .formatted(tag, type.name()))));
    }
    return new DraftName(Optional.of(type), locale(tag), List.of());
  }

  private static DraftName unknown(NoticeTypes types, String name) {
    Matcher named = NAMED.matcher(name);
    if (!named.matches() || !LOCALE.matcher(named.group(2)).matches()) {
      return new DraftName(Optional.empty(), Locale.ENGLISH, List.of());
    }
    Problem problem =
        problem(
            true,
            "unknown-event",
            "there is no event %s: %s"
                .formatted(
                    named.group(1),
                    Nearest.hint(
                        named.group(1), types.all().stream().map(NoticeType::name).toList())));
    return new DraftName(Optional.empty(), locale(named.group(2)), List.of(problem));
  }

  private static Locale locale(String tag) {
    return Locale.forLanguageTag(tag.replace('_', '-'));
  }

  private static Problem problem(boolean isError, String rule, String message) {
    return new Problem(new Place("file", 1, 1, ""), rule, isError, message);
  }
}
