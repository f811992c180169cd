package dev.shopbell.mime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an inbox shows behind the subject: the first words of the HTML, hidden in the letter itself.
 * Where a template has put them there, they are left alone.
 */
public final class Preheader {
  private static final Pattern BODY =
      Pattern.compile("<body(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{N} ]+");
  private static final int LOOKED_AT = 2_000;
  private static final String HIDDEN =
      "<div style=\"display:none;max-height:0;overflow:hidden\">%s</div>";

  private Preheader() {}

  /** The HTML document with a preheader, one line of plain text; the same where that is blank. */
  public static String in(String html, String preheader) {
    if (preheader.isBlank()) {
      return html;
    }
    Matcher body = BODY.matcher(html);
    int at = body.find() ? body.end() : 0;
    String beginning = html.substring(at, Math.min(html.length(), at + LOOKED_AT));
    if (beginning.contains(longestRun(preheader))) {
      return html;
    }
    int place = at > 0 ? at : Math.max(0, doctypeEnd(html));
    return html.substring(0, place) + HIDDEN.formatted(escaped(preheader)) + html.substring(place);
  }

  /** Letters and spaces stand in HTML as they are. */
  private static String longestRun(String text) {
    String longest = "";
    for (String run : SPECIAL.split(text, -1)) {
      longest = run.length() > longest.length() ? run : longest;
    }
    return longest.isBlank() ? text : longest;
  }

  private static int doctypeEnd(String html) {
    return html.regionMatches(true, 0, "<!doctype", 0, 9) ? html.indexOf('>') + 1 : 0;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
