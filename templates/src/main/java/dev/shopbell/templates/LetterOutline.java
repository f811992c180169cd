package dev.shopbell.templates;

import dev.shopbell.notice.Audience;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The HTML of a stock letter: its words in the order that all letters have, and the blocks that
 * follow from what its type declares. What comes of it is a template like any other.
 */
final class LetterOutline {
  private static final Pattern WRAPPED =
      Pattern.compile("\\{\\{([#^])([a-zA-Z.]+)}}(.*)\\{\\{/\\2}}", Pattern.DOTALL);
  private static final Pattern FIRST_VARIABLE = Pattern.compile("\\{\\{#?([a-zA-Z]+)}}");

  private final NoticeType type;
  private final Map<String, String> words;
  private final boolean isAdmin;

  private LetterOutline(NoticeType type, Map<String, String> words) {
    this.type = type;
    this.words = words;
    this.isAdmin = type.audience() == Audience.ADMINS;
  }

  /**
   * The letter.
   *
   * @param words {@code title}, {@code lead} and perhaps {@code action}, {@code facts}, {@code
   *     more}
   */
  static String html(NoticeType type, Map<String, String> words) {
    return new LetterOutline(type, words).html();
  }

  private String html() {
    String layout = isAdmin ? "adminLayout" : "layout";
    StringBuilder html = new StringBuilder("{{<" + layout + "}}\n");
    if (has("orderNumber")) {
      html.append("{{$reference}}{{>orderReference}}{{/reference}}\n");
    }
    markup().ifPresent(name -> html.append("{{$markup}}{{>" + name + "}}{{/markup}}\n"));
    html.append("{{$content}}\n").append(head()).append(body());
    return html.append("{{/content}}\n{{/").append(layout).append("}}\n").toString();
  }

  private String head() {
    String title = isAdmin ? "adminTitle" : "title";
    return "{{<%1$s}}{{$words}}%2$s{{/words}}{{/%1$s}}\n".formatted(title, word("title"))
        + (isAdmin ? "" : "{{>greeting}}\n")
        + paragraphs(word("lead"))
        + action(word("action").lines().toList())
        + facts();
  }

  private String body() {
    StringBuilder body = new StringBuilder();
    if (has("downloads")) {
      body.append("{{>downloadList}}\n");
    }
    if (has("goods")) {
      body.append(has("total") ? "{{>goodsTable}}\n" : "{{>parcelTable}}\n");
    }
    if (has("shipTo")) {
      body.append(has("billTo") ? "{{>addresses}}\n" : "{{>shipToAddress}}\n");
    }
    body.append(paragraphs(word("more")));
    if (has("guideLink")) {
      body.append("{{>readOn}}\n");
    }
    if (type.purpose() == Purpose.MARKETING && has("coupon")) {
      body.append("{{>couponBlock}}\n");
    }
    if (!isAdmin) {
      body.append("{{>signOff}}\n");
    }
    if (type.purpose() != Purpose.MARKETING && has("coupon")) {
      body.append("{{>promotionBlock}}\n");
    }
    return body.toString();
  }

  /** What a mail client reads to show the order or the parcel beside the letter. */
  private Optional<String> markup() {
    if (isAdmin || !has("orderNumber") || !has("goods")) {
      return Optional.empty();
    }
    if (has("trackingNumber")) {
      return Optional.of("parcelMarkup");
    }
    return has("total") ? Optional.of("orderMarkup") : Optional.empty();
  }

  private String paragraphs(String text) {
    return Arrays.stream(text.split("\n\\s*\n"))
        .map(String::strip)
        .filter(paragraph -> !paragraph.isEmpty())
        .map(this::paragraph)
        .collect(Collectors.joining());
  }

  /** A paragraph that a section holds is not there where the section is not. */
  private String paragraph(String text) {
    Matcher wrapped = WRAPPED.matcher(text);
    if (wrapped.matches() && !wrapped.group(3).contains("{{/" + wrapped.group(2))) {
      String name = wrapped.group(2);
      return "{{%s%s}}\n%s{{/%s}}\n"
          .formatted(wrapped.group(1), name, paragraph(wrapped.group(3)), name);
    }
    String partial = isAdmin ? "adminParagraph" : "paragraph";
    return "{{<%1$s}}{{$words}}%2$s{{/words}}{{/%1$s}}\n".formatted(partial, text);
  }

  /** One button: the first whose link there is. */
  private String action(List<String> lines) {
    if (lines.isEmpty()) {
      return "";
    }
    List<String> cells = cells(lines.get(0));
    String link = cells.get(1);
    String button =
        "{{<button}}{{$href}}{{%s}}{{/href}}{{$label}}%s{{/label}}{{/button}}\n"
            .formatted(link, cells.get(0));
    if (isRequired(link)) {
      return button;
    }
    String otherwise = action(lines.subList(1, lines.size()));
    return section("#", link, button) + (otherwise.isEmpty() ? "" : section("^", link, otherwise));
  }

  private String facts() {
    if (word("facts").isEmpty()) {
      return "";
    }
    String rows = word("facts").lines().map(this::fact).collect(Collectors.joining());
    return "{{<facts}}{{$rows}}\n" + rows + "{{/rows}}{{/facts}}\n";
  }

  /** A row about something that may be missing is not there where it is. */
  private String fact(String line) {
    List<String> cells = cells(line);
    String row =
        "{{<fact}}{{$label}}%s{{/label}}{{$value}}%s{{/value}}{{/fact}}\n"
            .formatted(cells.get(0), cells.get(1));
    Matcher variable = FIRST_VARIABLE.matcher(cells.get(1));
    return variable.find() && has(variable.group(1)) && !isRequired(variable.group(1))
        ? section("#", variable.group(1), row)
        : row;
  }

  private static String section(String sigil, String name, String text) {
    return "{{%s%s}}\n%s{{/%s}}\n".formatted(sigil, name, text, name);
  }

  private List<String> cells(String line) {
    String[] cells = line.split(" \\| ", -1);
    if (cells.length != 2) {
      throw new IllegalArgumentException(
          "%s has the line \"%s\": write label | value".formatted(type.name(), line));
    }
    return List.of(cells[0].strip(), cells[1].strip());
  }

  private String word(String name) {
    return words.getOrDefault(name, "");
  }

  private boolean has(String name) {
    return type.variables().stream().anyMatch(variable -> variable.name().equals(name));
  }

  private boolean isRequired(String name) {
    return type.variables().stream()
        .filter(variable -> variable.name().equals(name))
        .anyMatch(Variable::required);
  }
}
