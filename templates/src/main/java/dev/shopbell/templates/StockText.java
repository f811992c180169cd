package dev.shopbell.templates;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the stock set's text files: what one event says in one language, and what all events share.
 *
 * <p>A file has the parts {@code subject}, {@code preheader}, {@code title}, {@code lead}
 * (paragraphs), {@code action} (label | link, the first that there is), {@code facts} (label |
 * value), {@code more} (paragraphs), {@code sms}, {@code wechat} (name, longest and text of each
 * field) and {@code sample} (data that is this event's alone).
 */
final class StockText {
  private static final Set<String> NAMES =
      Set.of(
          "subject",
          "preheader",
          "title",
          "lead",
          "action",
          "facts",
          "more",
          "sms",
          "wechat",
          "sample");

  private StockText() {}

  /**
   * What an event says.
   *
   * @throws IllegalStateException when the language is missing
   * @throws IllegalArgumentException when the file has a part of another name, or a broken line
   */
  static Words.Script script(NoticeType type, Locale locale) {
    Map<String, String> parts = parts(type.name(), locale);
    Map<Field, String> fields = new EnumMap<>(Field.class);
    put(fields, Field.SUBJECT, parts.get("subject"));
    put(fields, Field.PREHEADER, parts.get("preheader"));
    put(fields, Field.SMS, parts.get("sms"));
    fields.put(Field.HTML, LetterOutline.html(type, parts));
    return new Words.Script(fields, partials(locale), sets(parts.getOrDefault("wechat", "")));
  }

  private static void put(Map<Field, String> fields, Field field, @Nullable String text) {
    if (text != null) {
      fields.put(field, text);
    }
  }

  /** The parts of the letters: how they look, and the words of a language in them. */
  static Map<String, String> partials(Locale locale) {
    Map<String, String> partials = new HashMap<>();
    partials.put("layout", resource("letter/layout.html"));
    partials.put("adminLayout", resource("letter/adminLayout.html"));
    partials.putAll(Parts.of("parts.html", resource("letter/parts.html")));
    String shared = file("shared", locale);
    partials.putAll(Parts.of(shared, resource(shared)));
    return partials;
  }

  /** Sample data of all languages, what a language's events share, and this event's alone. */
  static Map<String, String> samples(String type, Locale locale) {
    Map<String, String> samples = new LinkedHashMap<>();
    lines(resource("words/samples.txt"), samples);
    lines(resource(file("samples", locale)), samples);
    lines(parts(type, locale).getOrDefault("sample", ""), samples);
    return samples;
  }

  private static void lines(String text, Map<String, String> samples) {
    text.lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line -> {
              int mark = line.indexOf('=');
              samples.put(line.substring(0, mark).strip(), line.substring(mark + 1).strip());
            });
  }

  private static Map<String, String> parts(String type, Locale locale) {
    String file = file(type, locale);
    Map<String, String> parts = Parts.of(file, resource(file));
    parts
        .keySet()
        .forEach(
            name -> {
              if (!NAMES.contains(name)) {
                throw new IllegalArgumentException(
                    file + " has part " + name + ": parts are " + new TreeSet<>(NAMES));
              }
            });
    return parts;
  }

  private static Map<Channel, FieldSet> sets(String text) {
    if (text.isEmpty()) {
      return Map.of();
    }
    Map<String, FieldText> fields = new LinkedHashMap<>();
    text.lines()
        .map(line -> line.split(" ", 3))
        .forEach(
            cells -> fields.put(cells[0], new FieldText(cells[2], Integer.parseInt(cells[1]))));
    FieldSet set = new FieldSet("", fields);
    return Map.of(Channel.WECHAT, set, Channel.WECHAT_MINI, set);
  }

  private static String file(String name, Locale locale) {
    return "words/" + locale.toLanguageTag() + "/" + name + ".txt";
  }

  private static String resource(String name) {
    try (InputStream in = StockText.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing: add the translation");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name + " cannot be read", e);
    }
  }
}
