package dev.shopbell.templates;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.TemplateId;
import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.mustache.MustacheEngine;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes a template of the words of a type: checks them, and compiles them once. */
final class TemplateLoader {
  private TemplateLoader() {}

  /**
   * Loads a template of the stock set.
   *
   * @throws IllegalArgumentException when the words use what the type does not declare, or the
   *     languages do not have the same fields; it names the template, the field and the line
   */
  static NotificationTemplate load(NoticeType type, Words words) {
    words.scripts().forEach((locale, script) -> check(type, locale, script));
    return compiled(type, words, Limits.PLATFORM);
  }

  private static void check(NoticeType type, Locale locale, Words.Script script) {
    script
        .fields()
        .forEach(
            (field, text) -> {
              String place = place(type, locale, field.toString());
              requireLine(place, field, text);
              TagCheck.check(place, type, field, text, script.partials());
            });
  }

  /**
   * Compiles words that were checked.
   *
   * @throws IllegalArgumentException when one cannot be compiled, or the languages differ in what
   *     they have
   */
  static NotificationTemplate compiled(NoticeType type, Words words, Limits limits) {
    Words.Script first = words.scripts().values().iterator().next();
    FieldCompiler compiler = new FieldCompiler(new MustacheEngine(limits), type);
    Map<Locale, CompiledFields> languages = new LinkedHashMap<>();
    words
        .scripts()
        .forEach(
            (locale, script) -> {
              requireSame(
                  type, "fields", first.fields().keySet(), script.fields().keySet(), locale);
              requireSame(type, "channels", first.sets().keySet(), script.sets().keySet(), locale);
              languages.put(locale, compiler.compile(place(type, locale, ""), script));
            });
    TemplateId id = new TemplateId(type.name(), words.version());
    return new CompiledWords(id, type, channels(type, first), languages);
  }

  private static String place(NoticeType type, Locale locale, String field) {
    return (type.name() + " " + locale.toLanguageTag() + " " + field).strip();
  }

  private static void requireSame(
      NoticeType type, String what, Set<?> first, Set<?> other, Locale locale) {
    if (!other.equals(first)) {
      throw new IllegalArgumentException(
          "template %s has the %s %s in one language and %s in %s: translate each"
              .formatted(type.name(), what, first, other, locale.toLanguageTag()));
    }
  }

  private static void requireLine(String place, Field field, String text) {
    boolean isLine = field == Field.SUBJECT || field == Field.PREHEADER;
    if (isLine && text.lines().count() != 1) {
      throw new IllegalArgumentException("template %s is one line: join them".formatted(place));
    }
  }

  private static Set<Channel> channels(NoticeType type, Words.Script script) {
    Set<Channel> channels = new LinkedHashSet<>();
    if (script.fields().keySet().containsAll(Set.of(Field.SUBJECT, Field.HTML))) {
      channels.add(Channel.EMAIL);
    }
    if (script.fields().containsKey(Field.SMS)) {
      channels.add(Channel.SMS);
    }
    script.sets().keySet().stream()
        .filter(channel -> !channel.equals(Channel.SMS))
        .forEach(channels::add);
    if (channels.isEmpty()) {
      throw new IllegalArgumentException(
          "template %s has %s: a letter needs subject and html, a message sms"
              .formatted(type.name(), script.fields().keySet()));
    }
    return Set.copyOf(channels);
  }
}
