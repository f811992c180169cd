package dev.shopbell.templates;

import dev.shopbell.internal.Nearest;
import dev.shopbell.templates.engine.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template in a file: parts, each begun by a line of {@code ---} and its name, or the HTML of a
 * letter alone. The stock set's partials may be used.
 */
final class DraftFile {
  private static final Pattern MARK = Pattern.compile("(?m)^--- *(\\S+)[ \\t\\r]*$");
  private static final Pattern INCLUDED = Pattern.compile("\\{\\{\\s*[<>]\\s*([^{}\\s]+)\\s*}}");
  private static final Set<String> FIELDS =
      new TreeSet<>(Set.of("subject", "preheader", "html", "text", "sms"));

  /** A part, and the line of the file that it begins in. */
  private record Part(String text, int line) {}

  private final Map<String, Part> parts;

  private DraftFile(Map<String, Part> parts) {
    this.parts = parts;
  }

  static DraftFile of(String content) {
    return new DraftFile(parts(content.startsWith("\ufeff") ? content.substring(1) : content));
  }

  /** Whether it is a letter's HTML or a text alone, which cannot be all of a notice. */
  boolean isOnePart() {
    return parts.size() == 1;
  }

  private static Map<String, Part> parts(String file) {
    String content = file.replace("\r\n", "\n");
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

  TemplateDraft.Text text(Locale locale) {
    Map<String, String> partials = new HashMap<>(StockTemplates.partials(locale));
    parts.forEach(
        (name, part) -> {
          if (!FIELDS.contains(name)) {
            partials.put(name, part.text());
          }
        });
    return new TemplateDraft.Text(
        part("subject"),
        part("preheader"),
        part("html"),
        part("text"),
        part("sms"),
        Map.of(),
        partials);
  }

  private String part(String name) {
    Part part = parts.get(name);
    return part == null ? "" : part.text();
  }

  /** Parts that are no field and that nothing includes, as one whose name is mistyped is. */
  List<Problem> unused() {
    Set<String> used = new HashSet<>(FIELDS);
    for (Part part : parts.values()) {
      INCLUDED.matcher(part.text()).results().forEach(tag -> used.add(tag.group(1)));
    }
    List<Problem> problems = new ArrayList<>();
    parts.forEach(
        (name, part) -> {
          if (!used.contains(name)) {
            problems.add(
                Problem.error(
                    new Place(name, part.line(), 1, "--- " + name),
                    "unknown-part",
                    "nothing includes this part, and it is none of a notice's: "
                        + Nearest.hint(name, FIELDS)));
          }
        });
    return problems;
  }

  /** The problem by the file's own lines. */
  Problem inFile(Problem problem) {
    List<String> words = List.of(problem.place().template().split(" ", -1));
    Part part = parts.get(words.get(words.size() - 1));
    Place place = problem.place();
    int line =
        part == null ? Math.max(1, place.line()) : part.line() + Math.max(0, place.line() - 1);
    return new Problem(
        new Place(place.template(), line, Math.max(1, place.column()), place.tag()),
        problem.rule(),
        problem.isError(),
        problem.message());
  }
}
