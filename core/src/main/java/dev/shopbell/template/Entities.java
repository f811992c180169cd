package dev.shopbell.template;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character references of HTML: those that letters are written with, and every numeric one. */
public final class Entities {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));?");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", "\u00a0"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("hellip", "…"),
          Map.entry("copy", "©"),
          Map.entry("reg", "®"),
          Map.entry("trade", "™"),
          Map.entry("euro", "€"),
          Map.entry("yen", "¥"),
          Map.entry("pound", "£"),
          Map.entry("times", "×"),
          Map.entry("middot", "·"),
          Map.entry("bull", "•"),
          Map.entry("laquo", "«"),
          Map.entry("raquo", "»"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("shy", ""),
          Map.entry("zwnj", ""),
          Map.entry("zwj", ""),
          Map.entry("hyphen", "-"),
          Map.entry("dash", "-"),
          Map.entry("minus", "-"));

  private Entities() {}

  /** The text that the references stand for; what is none stays as it is. */
  public static String decoded(String html) {
    if (html.indexOf('&') < 0) {
      return html;
    }
    return REFERENCE.matcher(html).replaceAll(Entities::character);
  }

  private static String character(java.util.regex.MatchResult reference) {
    String whole = reference.group();
    if (reference.group(3) != null) {
      return Matcher.quoteReplacement(NAMED.getOrDefault(reference.group(3), whole));
    }
    int c =
        reference.group(1) != null
            ? Integer.parseInt(reference.group(1))
            : Integer.parseInt(reference.group(2), 16);
    boolean isCharacter = Character.isValidCodePoint(c) && !Character.isISOControl(c);
    return Matcher.quoteReplacement(isCharacter ? Character.toString(c) : whole);
  }
}
