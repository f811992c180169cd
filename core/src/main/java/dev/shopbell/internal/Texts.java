package dev.shopbell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences for merchants, in the languages of {@link #LANGUAGES}. They stand beside a class, a
 * file a language: {@code finding.en.properties}, in UTF-8. An argument goes where its number
 * stands, {@code {0}}, as it is: unlike in {@link java.text.MessageFormat}, an apostrophe is one,
 * and a number is not formatted. Immutable.
 */
public final class Texts {
  /** The languages that a merchant is spoken to in; the first stands in for all others. */
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.forLanguageTag("es"));

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

  private final String name;
  private final Map<String, Properties> languages = new HashMap<>();

  private Texts(Class<?> owner, String name) {
    this.name = name;
    LANGUAGES.forEach(locale -> languages.put(locale.getLanguage(), read(owner, name, locale)));
  }

  /**
   * Reads the sentences that stand beside a class of this module.
   *
   * @param owner the class
   * @param name the files' common name, {@code finding}
   * @throws NullPointerException when there is no such file, with its name
   */
  public static Texts of(Class<?> owner, String name) {
    return new Texts(owner, name);
  }

  /**
   * A sentence in the reader's language, whatever the country; in English when there is none in it.
   *
   * @throws IllegalArgumentException when there is no such key, or a place without an argument
   */
  public String text(Locale locale, String key, Object... arguments) {
    Properties english = Objects.requireNonNull(languages.get(LANGUAGES.get(0).getLanguage()));
    String text = languages.getOrDefault(locale.getLanguage(), english).getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException(
          name + " has no sentence " + Text.quoted(key) + ": add it in every language");
    }
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(argument(key, place.group(1), arguments)));
  }

  private String argument(String key, String place, Object... arguments) {
    int at = Integer.parseInt(place);
    if (at >= arguments.length) {
      throw new IllegalArgumentException(
          "sentence %s of %s has the place {%s}: give it an argument".formatted(key, name, place));
    }
    return String.valueOf(arguments[at]);
  }

  private static Properties read(Class<?> owner, String name, Locale locale) {
    String file = name + "." + locale.toLanguageTag() + ".properties";
    InputStream data = Objects.requireNonNull(owner.getResourceAsStream(file), file);
    try (Reader reader = new InputStreamReader(data, StandardCharsets.UTF_8)) {
      Properties sentences = new Properties();
      sentences.load(reader);
      return sentences;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
