package dev.shopbell.templates;

import dev.shopbell.address.Channel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A template as a merchant writes it, before it is checked. Immutable; begins without words.
 *
 * @param noticeType the name of the notice type whose variables it may use
 * @param languages what it says in each, the first preferred where nothing else decides
 */
public record TemplateDraft(String noticeType, Map<Locale, Text> languages) {
  /**
   * One language. A text that is empty is not there.
   *
   * @param subject one line
   * @param preheader what an inbox shows behind the subject; one line
   * @param html the letter
   * @param text the letter as plain text; derived from the HTML when empty
   * @param sms the text message, without signature
   * @param sets the fields of other channels, and under SMS the gateway's approved template
   * @param partials by name, what the others may include
   */
  public record Text(
      String subject,
      String preheader,
      String html,
      String text,
      String sms,
      Map<Channel, FieldSet> sets,
      Map<String, String> partials) {
    public Text {
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(preheader, "preheader");
      Objects.requireNonNull(html, "html");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(sms, "sms");
      sets = Map.copyOf(sets);
      partials = Map.copyOf(partials);
    }

    /** A letter; its plain text is derived from its HTML. */
    public static Text letter(String subject, String preheader, String html) {
      return new Text(subject, preheader, html, "", "", Map.of(), Map.of());
    }

    /** The same with a text message. */
    public Text sms(String sms) {
      return new Text(subject, preheader, html, text, sms, sets, partials);
    }

    /** The same with plain text of its own. */
    public Text text(String text) {
      return new Text(subject, preheader, html, text, sms, sets, partials);
    }

    /** The same with these partials. */
    public Text partials(Map<String, String> partials) {
      return new Text(subject, preheader, html, text, sms, sets, partials);
    }

    /** The same with the fields of one more channel. */
    public Text fields(Channel channel, FieldSet set) {
      Map<Channel, FieldSet> all = new LinkedHashMap<>(sets);
      all.put(channel, set);
      return new Text(subject, preheader, html, text, sms, all, partials);
    }
  }

  public TemplateDraft {
    Objects.requireNonNull(noticeType, "noticeType");
    languages = Collections.unmodifiableMap(new LinkedHashMap<>(languages));
  }

  /** A draft of one language. */
  public static TemplateDraft of(String noticeType, Locale locale, Text text) {
    return new TemplateDraft(noticeType, Map.of(locale, text));
  }

  /** The same in one more language. */
  public TemplateDraft in(Locale locale, Text text) {
    Map<Locale, Text> all = new LinkedHashMap<>(languages);
    all.put(locale, text);
    return new TemplateDraft(noticeType, all);
  }
}
