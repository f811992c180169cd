package dev.shopbell.templates;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a text that is written in another language than the one it is filed under. */
final class LanguageLint {
  private static final int FEW = 20;
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern SPACE = Pattern.compile("[^\\p{L}]+");
  private static final String SIMPLIFIED = "们这个为发对应请给后单货订购买卖优惠开关时间总额认产业务处";
  private static final String TRADITIONAL = "們這個為發對應請給後單貨訂購買賣優惠開關時間總額認產業務處";

  /** Words that hardly a sentence of a language does without, and that the others do not have. */
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "en",
              Set.of("the", "your", "you", "and", "for", "with", "has", "been", "is", "we", "have"),
          "es",
              Set.of(
                  "el", "los", "las", "su", "para", "con", "por", "que", "ha", "sido", "gracias"),
          "fr", Set.of("le", "les", "votre", "vous", "avec", "pour", "et", "nous", "est", "une"),
          "de", Set.of("der", "die", "das", "ihre", "und", "mit", "für", "wir", "ist", "sie"));

  private LanguageLint() {}

  /** Checks what is read of a text. */
  static void check(LintedText text, Field field, Locale locale) {
    String written = text.withoutTags();
    String read = field == Field.HTML ? PlainText.of(written) : written;
    String words = ADDRESS.matcher(read).replaceAll(" ");
    String found = found(words, locale);
    if (!found.isEmpty()) {
      text.advice(
          0,
          "",
          "wrong-language",
          "this reads as %s, and stands under %s: translate it, or file it under its own language"
              .formatted(found, locale.toLanguageTag()));
    }
  }

  /** What it seems to be; empty when it may well be what it says. */
  private static String found(String words, Locale locale) {
    long han = words.codePoints().filter(LanguageLint::isHan).count();
    long latin = words.codePoints().filter(LanguageLint::isLatin).count();
    if (locale.getLanguage().equals("zh")) {
      boolean isTraditional =
          locale.getScript().equals("Hant")
              || Set.of("TW", "HK", "MO").contains(locale.getCountry());
      return han == 0 && latin >= FEW
          ? "no Chinese"
          : script(words, isTraditional ? SIMPLIFIED : TRADITIONAL, isTraditional);
    }
    if (!locale.getLanguage().equals("ja") && han >= 4 && han * 3 > latin) {
      return "Chinese";
    }
    return latin < FEW ? "" : other(words, locale.getLanguage());
  }

  private static String script(String words, String others, boolean isTraditional) {
    String own = isTraditional ? TRADITIONAL : SIMPLIFIED;
    long wrong = others.chars().filter(c -> own.indexOf(c) < 0 && words.indexOf(c) >= 0).count();
    long right = own.chars().filter(c -> others.indexOf(c) < 0 && words.indexOf(c) >= 0).count();
    return wrong >= 2 && right == 0
        ? (isTraditional ? "Simplified" : "Traditional") + " Chinese"
        : "";
  }

  private static String other(String words, String language) {
    Set<String> own = WORDS.get(language);
    if (own == null) {
      return "";
    }
    String[] all = SPACE.split(words.toLowerCase(Locale.ROOT));
    return WORDS.entrySet().stream()
        .filter(other -> count(all, other.getValue()) >= 3 + 2 * count(all, own))
        .map(other -> Locale.forLanguageTag(other.getKey()).getDisplayLanguage(Locale.ENGLISH))
        .findFirst()
        .orElse("");
  }

  private static long count(String[] words, Set<String> wanted) {
    return Arrays.stream(words).filter(wanted::contains).count();
  }

  private static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  private static boolean isLatin(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }
}
