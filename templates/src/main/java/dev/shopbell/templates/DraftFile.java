package dev.shopbell.templates;

import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.Variable;
import dev.shopbell.templates.engine.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template in a file: parts, each begun by a line of {@code ---} and its name, or the HTML of a
 * letter alone. The file's name says the notice type and the language, {@code
 * order.paid.en.mustache}. The stock set's partials may be used.
 */
public final class DraftFile {
  private static final Pattern MARK = Pattern.compile("(?m)^--- *(\\S+)[ \\t\\r]*$");
  private static final Pattern NAME =
      Pattern.compile("(.+?)\\.([a-z]{2,3}(?:[-_][A-Za-z]{2,4})?)(?:\\.[a-z]+)?");
  private static final Set<String> FIELDS = Set.of("subject", "preheader", "html", "text", "sms");

  /** A part, and the line of the file that it begins in. */
  private record Part(String text, int line) {}

  private DraftFile() {}

  /**
   * Checks what a file holds. Lines are the file's.
   *
   * @param types the notice types there are; when the file's name tells none of them, the variables
   *     of all count as known
   * @param name the file's name
   */
  public static List<Problem> lint(NoticeTypes types, String name, String content) {
    Matcher named = NAME.matcher(name);
    String typeName = named.matches() ? named.group(1) : name;
    Locale locale =
        named.matches() ? Locale.forLanguageTag(named.group(2).replace('_', '-')) : Locale.ENGLISH;
    Optional<NoticeType> type =
        types.all().stream().filter(known -> known.name().equals(typeName)).findFirst();
    Map<String, Part> parts = parts(content.replace("\r\n", "\n"));
    NoticeType checked = type.orElseGet(() -> anyOf(types));
    TemplateDraft draft = TemplateDraft.of(checked.name(), locale, text(parts, locale));
    return TemplateLint.check(checked, draft).stream()
        .filter(problem -> parts.size() > 1 || !problem.rule().equals("missing-field"))
        .map(problem -> inFile(problem, parts))
        .sorted(
            Comparator.comparingInt((Problem problem) -> problem.place().line())
                .thenComparingInt(problem -> problem.place().column()))
        .toList();
  }

  /** A type with every variable there is, each optional in none and so required in this one. */
  private static NoticeType anyOf(NoticeTypes types) {
    Map<String, Variable> all = new LinkedHashMap<>();
    for (NoticeType type : types.all()) {
      type.variables().forEach(variable -> all.putIfAbsent(variable.name(), variable));
    }
    NoticeType first = types.all().iterator().next();
    return NoticeType.builder("any", first.purpose(), first.route())
        .variables(all.values().toArray(Variable[]::new))
        .build();
  }

  private static Map<String, Part> parts(String content) {
    Map<String, Part> parts = new LinkedHashMap<>();
    Matcher mark = MARK.matcher(content);
    if (!mark.find()) {
      String field = content.indexOf('<') >= 0 ? "html" : "text";
      return new LinkedHashMap<>(Map.of(field, new Part(content, 1)));
    }
    String name = mark.group(1);
    int start = mark.end();
    while (mark.find()) {
      put(parts, name, content, start, mark.start());
      name = mark.group(1);
      start = mark.end();
    }
    put(parts, name, content, start, content.length());
    return parts;
  }

  private static void put(
      Map<String, Part> parts, String name, String content, int start, int end) {
    int from = start;
    while (from < end && Character.isWhitespace(content.charAt(from))) {
      from++;
    }
    int line = (int) content.substring(0, from).chars().filter(c -> c == '\n').count() + 1;
    parts.put(name, new Part(content.substring(from, end).stripTrailing(), line));
  }

  private static TemplateDraft.Text text(Map<String, Part> parts, Locale locale) {
    Map<String, String> partials = new HashMap<>(StockTemplates.partials(locale));
    parts.forEach(
        (name, part) -> {
          if (!FIELDS.contains(name)) {
            partials.put(name, part.text());
          }
        });
    return new TemplateDraft.Text(
        of(parts, "subject"),
        of(parts, "preheader"),
        of(parts, "html"),
        of(parts, "text"),
        of(parts, "sms"),
        Map.of(),
        partials);
  }

  private static String of(Map<String, Part> parts, String name) {
    Part part = parts.get(name);
    return part == null ? "" : part.text();
  }

  private static Problem inFile(Problem problem, Map<String, Part> parts) {
    List<String> words = new ArrayList<>(List.of(problem.place().template().split(" ")));
    Part part = parts.get(words.get(words.size() - 1));
    int line =
        part == null
            ? Math.max(1, problem.place().line())
            : part.line() + Math.max(0, problem.place().line() - 1);
    Place place =
        new Place(
            problem.place().template(),
            line,
            Math.max(1, problem.place().column()),
            problem.place().tag());
    return new Problem(place, problem.rule(), problem.isError(), problem.message());
  }
}
