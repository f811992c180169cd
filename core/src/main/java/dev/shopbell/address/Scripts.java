package dev.shopbell.address;

import dev.shopbell.internal.Text;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds labels whose scripts nobody writes together, as a Cyrillic letter among Latin ones. What
 * goes together is the "highly restrictive" level of UTS 39, section 5.2: one script, or Latin
 * beside those of Chinese, Japanese or Korean.
 */
final class Scripts {
  private static final Set<UnicodeScript> TOGETHER =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.HANGUL);

  /** The dots of RFC 3490, section 3.1. */
  private static final Pattern DOTS = Pattern.compile("[.\u3002\uFF0E\uFF61]");

  private Scripts() {}

  /** The first label that mixes scripts; empty when none does. */
  static Optional<String> mixed(String domain) {
    if (Text.isAscii(domain)) {
      return Optional.empty();
    }
    return DOTS.splitAsStream(domain).filter(label -> !goesTogether(label)).findFirst();
  }

  private static boolean goesTogether(String label) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    label.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
    scripts.removeAll(
        EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN));
    return scripts.size() < 2 || TOGETHER.containsAll(scripts);
  }
}
