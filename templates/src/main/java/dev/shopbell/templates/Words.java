package dev.shopbell.templates;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a type of notice says in each language, as it was written: the source of a template.
 *
 * @param version the hash of all of it
 * @param scripts by language, in the order of preference
 */
record Words(String version, Map<Locale, Script> scripts) {
  /**
   * One language.
   *
   * @param fields what it says; a channel whose fields are missing has no words
   * @param partials by name, what the fields share
   * @param sets the fields of messages that are no letters, and a gateway's template for text
   *     messages
   */
  record Script(
      Map<Field, String> fields, Map<String, String> partials, Map<Channel, FieldSet> sets) {
    Script(Map<Field, String> fields, Map<String, String> partials) {
      this(fields, partials, Map.of());
    }
  }

  /** These scripts, with their hash for a version. */
  static Words of(Map<Locale, Script> scripts) {
    Map<String, String> all = new TreeMap<>();
    scripts.forEach(
        (locale, script) -> {
          script.fields().forEach((field, text) -> all.put(locale + " " + field, text));
          script.partials().forEach((name, text) -> all.put(locale + " > " + name, text));
          script.sets().forEach((channel, set) -> all.put(locale + " @" + channel, text(set)));
        });
    return new Words(hash(all.toString()), scripts);
  }

  private static String text(FieldSet set) {
    return set.code() + new TreeMap<>(set.fields());
  }

  /**
   * Reads a type's words from this library's own resources.
   *
   * @throws IllegalStateException when a language is missing
   */
  static Words read(NoticeType type, List<Locale> locales) {
    Map<Locale, Script> scripts = new LinkedHashMap<>();
    locales.forEach(locale -> scripts.put(locale, StockText.script(type, locale)));
    return of(scripts);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java", e);
    }
  }
}
