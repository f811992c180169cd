package dev.shopbell.templates;

import dev.shopbell.template.Entities;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plain text of a letter, derived from its HTML: links as "text (url)", a table's rows as
 * lines, and without what a reader does not see. Not a cleaner of HTML: what it gives is text.
 */
public final class PlainText {
  private static final Pattern HREF =
      Pattern.compile("(?i)\\bhref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern ALT =
      Pattern.compile("(?i)\\balt\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern HIDDEN =
      Pattern.compile("(?i)display\\s*:\\s*none|\\bhidden\\b|aria-hidden\\s*=\\s*[\"']true");
  private static final Set<String> DROPPED = Set.of("head", "style", "script", "title", "template");
  private static final Set<String> BLOCKS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "hr", "blockquote");
  private static final Set<String> LINES = Set.of("br", "tr", "div", "li", "section", "header");
  private static final Set<String> VOID =
      Set.of("br", "hr", "img", "meta", "link", "input", "col", "wbr", "base", "area");

  private final String html;
  private final StringBuilder text = new StringBuilder();
  private String link = "";
  private int linkStart;

  /** The element that hides what it holds, and how many of its name are open in it. */
  private String hiding = "";

  private int hidden;

  private PlainText(String html) {
    this.html = html;
  }

  /** The text, without white space at its ends; empty when the HTML shows no words. */
  public static String of(String html) {
    return new PlainText(html).run();
  }

  private String run() {
    int at = 0;
    for (int open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
      words(html.substring(at, open));
      at = markup(open);
    }
    words(html.substring(at));
    return text.toString().replaceAll("[ \\t]+\n", "\n").replaceAll("\n{3,}", "\n\n").strip();
  }

  /** Handles what begins with a {@code <}; the index behind it. */
  private int markup(int open) {
    if (html.startsWith("<!--", open)) {
      int end = html.indexOf("-->", open + 4);
      return end < 0 ? html.length() : end + 3;
    }
    boolean ends = html.startsWith("</", open);
    int name = open + (ends ? 2 : 1);
    int behind = name;
    while (behind < html.length() && Character.isLetterOrDigit(html.charAt(behind))) {
      behind++;
    }
    boolean isTag = behind > name || html.startsWith("<!", open) || html.startsWith("<?", open);
    if (!isTag) {
      words("<");
      return open + 1;
    }
    int end = HtmlTags.end(html, behind);
    tag(
        html.substring(name, behind).toLowerCase(Locale.ROOT),
        ends,
        html.substring(behind, Math.max(behind, end - 1)));
    return end;
  }

  /** The index behind the {@code >} that ends a tag; one between quotes does not. */
  private void tag(String name, boolean ends, String attributes) {
    if (!hiding.isEmpty()) {
      hidden += name.equals(hiding) ? (ends ? -1 : 1) : 0;
      hiding = hidden == 0 ? "" : hiding;
    } else if (!ends && !VOID.contains(name) && hides(name, attributes)) {
      hiding = name;
      hidden = 1;
    } else if (name.equals("a")) {
      link(ends, attributes);
    } else if (name.equals("img")) {
      words(alternative(attributes));
    } else if (BLOCKS.contains(name)) {
      line(2);
    } else if (LINES.contains(name)) {
      line(1);
    } else if (ends && (name.equals("td") || name.equals("th"))) {
      space();
    }
    if (!ends && name.equals("li") && hiding.isEmpty()) {
      text.append("- ");
    }
  }

  /** What an image says in words; empty for one that decorates. */
  private static String alternative(String attributes) {
    Matcher alt = ALT.matcher(attributes);
    return alt.find() ? (alt.group(1) != null ? alt.group(1) : alt.group(2)) : "";
  }

  private static boolean hides(String name, String attributes) {
    return DROPPED.contains(name) || HIDDEN.matcher(attributes).find();
  }

  private void link(boolean ends, String attributes) {
    Matcher href = HREF.matcher(attributes);
    if (!ends) {
      linkStart = text.length();
      link =
          href.find()
              ? Entities.decoded(href.group(1) != null ? href.group(1) : href.group(2))
              : "";
    } else if (!link.isBlank()) {
      String shown = text.substring(Math.min(linkStart, text.length())).strip();
      String address = link.startsWith("mailto:") ? link.substring("mailto:".length()) : link;
      if (shown.isEmpty()) {
        text.append(address);
      } else if (!shown.equals(address)) {
        text.append(" (").append(address).append(')');
      }
      link = "";
    }
  }

  private void words(String part) {
    if (hiding.isEmpty()) {
      String words = Entities.decoded(part).replaceAll("[\\s\u00a0\u034f\u200b\u200c]+", " ");
      boolean atGap = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
      text.append(atGap && words.startsWith(" ") ? words.substring(1) : words);
    }
  }

  private void space() {
    if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
      text.append("  ");
    }
  }

  private void line(int breaks) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
    int have = 0;
    while (have < end && text.charAt(end - 1 - have) == '\n') {
      have++;
    }
    text.append("\n".repeat(end == 0 ? 0 : Math.max(0, breaks - have)));
  }
}
