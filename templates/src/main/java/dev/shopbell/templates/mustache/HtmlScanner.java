package dev.shopbell.templates.mustache;

import dev.shopbell.templates.mustache.HtmlPlace.Element;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows a page of HTML from one value to the next, to know in what place each stands. It reads
 * what an author writes, not what a browser repairs: of tags, attributes with and without quotes,
 * comments, style sheets and scripts. What Outlook's conditional comments hold is read as HTML.
 */
final class HtmlScanner {
  private static final Pattern COMMENT_END = Pattern.compile("--!?>");

  /** Only by its own type is a script known to be data, which no browser runs. */
  private static final Pattern DATA =
      Pattern.compile("(?i)[\\s\"'/]type\\s*=\\s*[\"']?\\s*application/(?:ld\\+)?json\\b");

  private final String text;
  private HtmlPlace place;
  private int at;

  private HtmlScanner(HtmlPlace place, String text) {
    this.place = place;
    this.text = text;
  }

  /** Where one stands behind a text that begins at a place. */
  static HtmlPlace after(HtmlPlace place, String text) {
    return place.spot() == Spot.SPECIFICATION
            || place.spot() == Spot.LINES
            || place.spot() == Spot.LINE
        ? place
        : new HtmlScanner(place, text).run();
  }

  /**
   * Where the last tag of a page begins that was read as one, and so the one whose quote or end is
   * missing; 0 when there is none. What stands in braces is passed over as text.
   */
  static int lastTag(String page) {
    HtmlPlace place = HtmlPlace.of(Spot.HTML);
    int last = 0;
    int from = 0;
    for (int open = page.indexOf('<'); open >= 0; open = page.indexOf('<', open + 1)) {
      place = after(place, page.substring(from, open));
      from = open;
      last = place.spot() == Spot.HTML ? open : last;
    }
    return last;
  }

  private HtmlPlace run() {
    while (at < text.length()) {
      switch (place.spot()) {
        case HTML -> html();
        case TAG, NAME -> tag();
        case BEFORE_VALUE -> beforeValue();
        case UNQUOTED -> unquoted();
        case COMMENT -> comment();
        case STYLE, SCRIPT -> past(place.element().end(), inTag(Element.OTHER));
        case JSON, JSON_STRING -> json();
        case JSON_ESCAPE -> {
          at += text.charAt(at) == '<' ? 0 : 1;
          place = place.at(Spot.JSON_STRING);
        }
        default -> value();
      }
    }
    return place;
  }

  private static HtmlPlace inTag(Element element) {
    return new HtmlPlace(Spot.TAG, element, ' ', Spot.ATTRIBUTE);
  }

  /** Goes on behind the next of these, or to the end of the text. */
  private void past(String end, HtmlPlace then) {
    int found = indexOf(end, at);
    at = found < 0 ? text.length() : found + end.length();
    place = found < 0 ? place : then;
  }

  private int indexOf(String word, int from) {
    for (int i = text.indexOf(word.charAt(0), from);
        i >= 0;
        i = text.indexOf(word.charAt(0), i + 1)) {
      if (isAt(word, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isAt(String word, int from) {
    return text.regionMatches(true, from, word, 0, word.length());
  }

  private void html() {
    int open = text.indexOf('<', at);
    if (open < 0) {
      at = text.length();
    } else if (isAt("<!--", open)) {
      opened(open);
    } else if (isAt("<![endif]", open)) {
      at = open + "<![endif]".length();
    } else if (open + 1 == text.length() || isTagStart(text.charAt(open + 1))) {
      at = open + 1;
      place = inTag(element(open));
    } else {
      at = open + 1;
    }
  }

  private static boolean isTagStart(char c) {
    return c == '/' || c == '!' || c == '?' || Character.isLetter(c);
  }

  /** A conditional comment's content is HTML for Outlook; {@code <!-->} is closed already. */
  private void opened(int open) {
    at = open + 4;
    if (isAt("<!--[if", open)) {
      past("]>", place);
    } else if (isAt(">", at) || isAt("->", at)) {
      at = text.indexOf('>', at) + 1;
    } else if (isAt("<![endif]", at)) {
      at += "<![endif]".length();
    } else {
      place = place.at(Spot.COMMENT);
    }
  }

  private void comment() {
    Matcher end = COMMENT_END.matcher(text);
    boolean ends = end.find(at);
    at = ends ? end.end() : text.length();
    place = ends ? HtmlPlace.of(Spot.HTML) : place;
  }

  private Element element(int open) {
    if (isName("style", open + 1)) {
      return Element.STYLE;
    }
    if (!isName("script", open + 1)) {
      return Element.OTHER;
    }
    int end = text.indexOf('>', open);
    String tag = text.substring(open, end < 0 ? text.length() : end);
    return DATA.matcher(tag).find() ? Element.DATA : Element.SCRIPT;
  }

  private boolean isName(String name, int from) {
    int end = from + name.length();
    return isAt(name, from)
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  private void tag() {
    char c = text.charAt(at);
    if (c == '>') {
      at++;
      place = new HtmlPlace(place.element().text(), place.element(), ' ', Spot.ATTRIBUTE);
    } else if (isNamePart(c)) {
      name();
    } else if (c == '=') {
      at++;
      place = place.at(Spot.BEFORE_VALUE);
    } else {
      at++;
      place = place.at(Spot.TAG);
    }
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == ':' || c == '_' || c == '.';
  }

  /** A name at the end of the text may go on behind a tag; then nobody knows what it is. */
  private void name() {
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    boolean isRest = start == 0 && place.spot() == Spot.NAME;
    Spot value = isRest ? Spot.PIECES : Attributes.held(text.substring(start, at));
    place = new HtmlPlace(at < text.length() ? Spot.TAG : Spot.NAME, place.element(), ' ', value);
  }

  private void beforeValue() {
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      at++;
      place = new HtmlPlace(place.value(), place.element(), c, place.value());
    } else if (c == '>') {
      place = inTag(place.element());
    } else if (Character.isWhitespace(c)) {
      at++;
    } else {
      place = place.at(Spot.UNQUOTED);
    }
  }

  private void unquoted() {
    char c = text.charAt(at);
    if (c == '>' || Character.isWhitespace(c)) {
      place = inTag(place.element());
    } else {
      at++;
    }
  }

  private void value() {
    int end = text.indexOf(place.quote(), at);
    if (end >= 0) {
      at = end + 1;
      place = inTag(place.element());
    } else {
      place = place.at(Attributes.behind(place.spot(), text.substring(at)));
      at = text.length();
    }
  }

  private void json() {
    char c = text.charAt(at);
    if (c == '<' && isAt("</script", at)) {
      at += "</script".length();
      place = inTag(Element.OTHER);
    } else if (c == '"') {
      at++;
      place = place.at(place.spot() == Spot.JSON ? Spot.JSON_STRING : Spot.JSON);
    } else {
      at++;
      place = c == '\\' && place.spot() == Spot.JSON_STRING ? place.at(Spot.JSON_ESCAPE) : place;
    }
  }
}
