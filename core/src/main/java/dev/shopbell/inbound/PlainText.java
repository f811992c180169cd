package dev.shopbell.inbound;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of HTML, a line a block, with {@code >} before what stands in a quotation. */
final class PlainText {
  private static final Set<String> BLOCKS =
      Set.of("br", "p", "div", "tr", "li", "table", "blockquote", "h1", "h2", "h3", "hr", "pre");
  private static final Map<String, String> ENTITIES =
      Map.of("nbsp", " ", "lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

  private final StringBuilder text = new StringBuilder();
  private String hiddenBy = "";
  private int quoted;

  private PlainText() {}

  static String of(String html) {
    PlainText plain = new PlainText();
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      int end = c == '<' ? html.indexOf('>', at) : -1;
      if (html.startsWith("<!--", at)) {
        int close = html.indexOf("-->", at);
        at = close < 0 ? html.length() : close + 3;
      } else if (end > 0) {
        plain.tag(html.substring(at + 1, end).strip().toLowerCase(Locale.ROOT));
        at = end + 1;
      } else if (c == '&') {
        at = plain.entity(html, at);
      } else {
        plain.add(c);
        at++;
      }
    }
    return plain.text.toString();
  }

  private void tag(String tag) {
    boolean closes = tag.startsWith("/");
    String name = name(closes ? tag.substring(1) : tag);
    if (name.equals("style") || name.equals("script") || name.equals("head")) {
      hiddenBy = closes ? "" : hiddenBy.isEmpty() ? name : hiddenBy;
    }
    if (name.equals("blockquote")) {
      quoted = Math.max(0, quoted + (closes ? -1 : 1));
    }
    if (BLOCKS.contains(name)) {
      newLine();
    } else if (name.equals("td")) {
      add(' ');
    }
  }

  private static String name(String tag) {
    int end = 0;
    while (end < tag.length() && Character.isLetterOrDigit(tag.charAt(end))) {
      end++;
    }
    return tag.substring(0, end);
  }

  private int entity(String html, int at) {
    int end = html.indexOf(';', at);
    if (end < 0 || end - at > 10) {
      add('&');
      return at + 1;
    }
    String name = html.substring(at + 1, end);
    String known = ENTITIES.get(name);
    if (known != null) {
      known.chars().forEach(c -> add((char) c));
    } else if (name.matches("#\\d{1,6}")) {
      int code = Integer.parseInt(name.substring(1));
      Character.toString(Math.min(code, 0xFFFD)).chars().forEach(c -> add((char) c));
    }
    return end + 1;
  }

  private void newLine() {
    if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  private void add(char c) {
    boolean start = text.length() == 0 || text.charAt(text.length() - 1) == '\n';
    if (!hiddenBy.isEmpty() || c == '\r' || (start && Character.isWhitespace(c))) {
      return;
    }
    if (start && quoted > 0) {
      text.append("> ");
    }
    text.append(c == '\n' ? ' ' : c);
  }
}
