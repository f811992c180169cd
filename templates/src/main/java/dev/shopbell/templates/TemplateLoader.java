package dev.shopbell.templates;

import com.github.mustachejava.Mustache;
import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.TemplateId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes a template of the words of a type: checks them, and compiles them once. */
final class TemplateLoader {
  private TemplateLoader() {}

  /**
   * Loads a template.
   *
   * @throws IllegalArgumentException when the words use what the type does not declare, or the
   *     languages do not have the same fields; it names the template, the field and the line
   */
  static NotificationTemplate load(NoticeType type, Words words) {
    Map<Locale, Map<Field, Mustache>> languages = new LinkedHashMap<>();
    Set<Field> fields = words.scripts().values().iterator().next().fields().keySet();
    words
        .scripts()
        .forEach(
            (locale, script) -> {
              if (!script.fields().keySet().equals(fields)) {
                throw new IllegalArgumentException(
                    "template %s has %s in one language and %s in %s: translate each"
                        .formatted(type.name(), fields, script.fields().keySet(), locale));
              }
              languages.put(locale, compiled(type, locale, script));
            });
    TemplateId id = new TemplateId(type.name(), words.version());
    return new MustacheTemplate(id, type, channels(type, fields), languages);
  }

  private static Map<Field, Mustache> compiled(
      NoticeType type, Locale locale, Words.Script script) {
    Map<Field, Mustache> compiled = new EnumMap<>(Field.class);
    script
        .fields()
        .forEach(
            (field, text) -> {
              String place = type.name() + " " + locale.toLanguageTag() + " " + field;
              requireLine(place, field, text);
              TagCheck.check(place, type, field, text, script.partials());
              compiled.put(field, Engine.compile(place, text, field.escaping(), script.partials()));
            });
    return compiled;
  }

  private static void requireLine(String place, Field field, String text) {
    boolean isLine = field == Field.SUBJECT || field == Field.PREHEADER;
    if (isLine && text.lines().count() != 1) {
      throw new IllegalArgumentException("template %s is one line: join them".formatted(place));
    }
  }

  private static Set<Channel> channels(NoticeType type, Set<Field> fields) {
    Set<Channel> channels = new LinkedHashSet<>();
    if (fields.containsAll(Set.of(Field.SUBJECT, Field.PREHEADER, Field.HTML, Field.TEXT))) {
      channels.add(Channel.EMAIL);
    }
    if (fields.contains(Field.SMS)) {
      channels.add(Channel.SMS);
    }
    if (channels.isEmpty()) {
      throw new IllegalArgumentException(
          "template %s has %s: a letter needs subject, preheader, html and text, a message sms"
              .formatted(type.name(), fields));
    }
    return Set.copyOf(channels);
  }
}
