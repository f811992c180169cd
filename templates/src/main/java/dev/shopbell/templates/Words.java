package dev.shopbell.templates;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
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
    for (Locale locale : locales) {
      String tag = locale.toLanguageTag();
      scripts.put(
          locale, new Script(fields(type.name() + "." + tag + ".mustache"), partials(locale)));
    }
    return of(scripts);
  }

  /** What the stock letters share in one language. */
  static Map<String, String> partials(Locale locale) {
    Map<String, String> partials = new HashMap<>(Map.of("layout", resource("layout.html")));
    partials.putAll(parts("shared.mustache"));
    partials.putAll(parts("shared." + locale.toLanguageTag() + ".mustache"));
    return partials;
  }

  private static Map<Field, String> fields(String file) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    parts(file).forEach((name, text) -> fields.put(field(file, name), text));
    return fields;
  }

  private static Field field(String file, String name) {
    return Arrays.stream(Field.values())
        .filter(field -> field.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    file + " has part " + name + ": parts are " + Arrays.toString(Field.values())));
  }

  private static Map<String, String> parts(String file) {
    return Parts.of(file, resource(file));
  }

  private static String resource(String name) {
    try (InputStream in = Words.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing: add the translation");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name + " cannot be read", e);
    }
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
