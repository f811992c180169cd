package dev.shopbell.templates;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

/**
 * Matches the tags of HTML elements. Sections are passed over, so an element may be opened in one
 * and closed in another.
 */
final class ElementLint {
  private static final int MOST = 20;
  private static final int DEEPEST = 1_000;
  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
          "track", "wbr", "html", "head", "body");

  private record Open(String name, int at) {}

  private final LintedText told;
  private final String html;
  private final Deque<Open> open = new ArrayDeque<>();
  private int found;

  ElementLint(LintedText told) {
    this.told = told;
    this.html = told.withoutTags();
  }

  void check() {
    int at = html.indexOf('<');
    while (at >= 0 && found < MOST && open.size() < DEEPEST) {
      at = html.indexOf('<', html.startsWith("<!--", at) ? behindComment(at) : tag(at));
    }
    open.forEach(this::unclosed);
  }

  private int behindComment(int at) {
    int end = html.indexOf("-->", at + 4);
    return end < 0 ? html.length() : end + 3;
  }

  /** Reads a tag; the index behind it. */
  private int tag(int at) {
    boolean ends = html.startsWith("</", at);
    int from = at + (ends ? 2 : 1);
    int to = from;
    while (to < html.length() && isNamePart(html.charAt(to))) {
      to++;
    }
    if (to == from || !Character.isLetter(html.charAt(from))) {
      return from;
    }
    String name = html.substring(from, to).toLowerCase(Locale.ROOT);
    int end = HtmlTags.end(html, to);
    boolean closesItself = end > to && html.startsWith("/>", end - 2);
    if (ends) {
      close(name, at);
    } else if (!VOID.contains(name) && !closesItself) {
      open.push(new Open(name, at));
    }
    boolean isRaw = !ends && (name.equals("style") || name.equals("script"));
    int rawEnd = isRaw ? html.indexOf("</" + name, end) : end;
    return rawEnd < 0 ? html.length() : rawEnd;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '-';
  }

  private void close(String name, int at) {
    if (VOID.contains(name)) {
      return;
    }
    if (open.stream().noneMatch(other -> other.name().equals(name))) {
      found++;
      told.advice(
          at,
          "</" + name + ">",
          "unopened-element",
          "it closes what is not open: take it away, or write <%s> before".formatted(name));
      return;
    }
    for (Iterator<Open> inner = open.iterator(); inner.hasNext(); ) {
      Open last = inner.next();
      inner.remove();
      if (last.name().equals(name)) {
        return;
      }
      unclosed(last);
    }
  }

  private void unclosed(Open element) {
    if (found++ < MOST) {
      told.advice(
          element.at(),
          "<" + element.name() + ">",
          "unclosed-element",
          "it is opened here and not closed where it should be: write </%s>"
              .formatted(element.name()));
    }
  }
}
