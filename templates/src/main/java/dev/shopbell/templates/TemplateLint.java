package dev.shopbell.templates;

import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Variable;
import dev.shopbell.sms.SmsProfile;
import dev.shopbell.templates.engine.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks a draft: its syntax, its variables, what it says and leaves out, what its text message
 * costs, and whether its languages agree. Every problem is told at once, in the order of the
 * fields.
 */
public final class TemplateLint {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> UNREADABLE = Set.of("syntax", "too-large");

  /** What people write for a language, and what they mean. */
  private static final Map<String, String> MEANT =
      Map.of("cn", "zh-CN", "tw", "zh-TW", "jp", "ja", "kr", "ko", "us", "en-US");

  private final NoticeType type;
  private final FieldLint fields;
  private final List<Problem> problems = new ArrayList<>();

  private TemplateLint(NoticeType type, SmsProfile profile) {
    this.type = type;
    this.fields = new FieldLint(type, new SmsLint(profile), problems::add);
  }

  /**
   * Everything that is wrong with a draft, or could be better; empty when nothing is. Its text
   * message is counted as mainland China's gateways do.
   *
   * @param type the draft's notice type
   */
  public static List<Problem> check(NoticeType type, TemplateDraft draft) {
    return check(type, draft, SmsProfile.named("cn"));
  }

  /** The same where text messages are counted by that profile. */
  public static List<Problem> check(NoticeType type, TemplateDraft draft, SmsProfile profile) {
    TemplateLint lint = new TemplateLint(type, profile);
    lint.draft(draft);
    return List.copyOf(lint.problems);
  }

  static boolean hasErrors(List<Problem> problems) {
    return problems.stream().anyMatch(Problem::isError);
  }

  private void draft(TemplateDraft draft) {
    if (draft.languages().isEmpty()) {
      error(type.name(), "no-language", "it has no language: write it in the store's at least");
      return;
    }
    draft.languages().forEach(this::language);
    Map<Locale, Set<String>> parts = new LinkedHashMap<>();
    draft.languages().forEach((locale, text) -> parts.put(locale, parts(text)));
    Set<String> all = new TreeSet<>();
    parts.values().forEach(all::addAll);
    parts.forEach(
        (locale, own) ->
            all.stream()
                .filter(part -> !own.contains(part))
                .forEach(
                    part ->
                        error(
                            name(locale, part),
                            "missing-translation",
                            "%s has no %s, and another language has: translate it, or remove it there"
                                .formatted(locale.toLanguageTag(), part))));
  }

  private static Set<String> parts(TemplateDraft.Text text) {
    Set<String> parts = new TreeSet<>();
    fields(text).keySet().forEach(field -> parts.add(field.toString()));
    text.sets()
        .forEach(
            (channel, set) ->
                set.fields().keySet().forEach(field -> parts.add(channel + " " + field)));
    return parts;
  }

  private void language(Locale locale, TemplateDraft.Text text) {
    locale(locale);
    Map<Field, String> written = fields(text);
    Map<Field, Set<String>> used = new EnumMap<>(Field.class);
    written.forEach(
        (field, words) ->
            used.put(
                field, fields.check(name(locale, field.toString()), locale, field, words, text)));
    text.sets()
        .forEach(
            (channel, set) ->
                set.fields()
                    .forEach(
                        (name, words) ->
                            fields.named(name(locale, channel + " " + name), locale, words, text)));
    complete(locale, written, text);
    Set<String> inLetter = used.get(Field.HTML);
    if (inLetter != null && type.purpose() == Purpose.MARKETING) {
      marketing(locale, inLetter);
    }
    if (inLetter != null) {
      used.remove(Field.SMS);
      unused(locale, used.values());
    }
  }

  private void locale(Locale locale) {
    String tag = locale.toLanguageTag();
    if (!LANGUAGES.contains(locale.getLanguage())) {
      String meant = MEANT.get(locale.getLanguage());
      error(
          name(locale, ""),
          "unknown-locale",
          "there is no language %s: %s"
              .formatted(
                  tag,
                  meant == null ? "write it as en, es or zh-CN" : "did you mean " + meant + "?"));
    } else if (!locale.getCountry().isEmpty() && !COUNTRIES.contains(locale.getCountry())) {
      String meant =
          locale.getCountry().equals("UK")
              ? "GB, as in " + locale.getLanguage() + "-GB"
              : "as in zh-CN";
      error(
          name(locale, ""),
          "unknown-locale",
          "there is no country %s, of %s: write its two letters of ISO 3166, %s"
              .formatted(locale.getCountry(), tag, meant));
    }
  }

  private void complete(Locale locale, Map<Field, String> written, TemplateDraft.Text text) {
    if (written.containsKey(Field.HTML) != written.containsKey(Field.SUBJECT)) {
      boolean hasHtml = written.containsKey(Field.HTML);
      error(
          name(locale, hasHtml ? "subject" : "html"),
          "missing-field",
          "a letter has a subject and HTML, and the %s is missing: write it"
              .formatted(hasHtml ? "subject" : "HTML"));
    }
    if (written.isEmpty() && text.sets().isEmpty()) {
      error(name(locale, ""), "empty", "it says nothing: write a letter or a message");
    }
  }

  /** Every notice has them, so a letter without one has probably forgotten it. */
  private void unused(Locale locale, Collection<Set<String>> used) {
    boolean isUnreadable =
        problems.stream().anyMatch(problem -> UNREADABLE.contains(problem.rule()));
    for (Variable variable : isUnreadable ? List.<Variable>of() : type.variables()) {
      if (variable.required()
          && used.stream().noneMatch(names -> names.contains(variable.name()))) {
        String tag =
            variable.kind() == Variable.Kind.LIST || variable.kind() == Variable.Kind.FLAG
                ? "{{#%s}} … {{/%s}}".formatted(variable.name(), variable.name())
                : "{{" + variable.name() + "}}";
        problems.add(
            Problem.advice(
                Place.of(name(locale, "html")),
                "unused-variable",
                "every notice has %s, and the letter never says it: add %s where its reader should see it"
                    .formatted(variable.name(), tag)));
      }
    }
  }

  private void marketing(Locale locale, Set<String> used) {
    if (!used.contains("letter.unsubscribeLink")) {
      error(
          name(locale, "html"),
          "missing-unsubscribe",
          "a marketing letter needs a visible way out: add"
              + " {{#letter.unsubscribeLink}}<a href=\"{{letter.unsubscribeLink}}\">Unsubscribe</a>{{/letter.unsubscribeLink}}");
    }
    if (!used.contains("store.postalAddress")) {
      error(
          name(locale, "html"),
          "missing-address",
          "a marketing letter names its sender's postal address: add"
              + " {{#store.postalAddress}}{{store.postalAddress}}{{/store.postalAddress}}");
    }
  }

  static Map<Field, String> fields(TemplateDraft.Text text) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    fields.put(Field.SUBJECT, text.subject());
    fields.put(Field.PREHEADER, text.preheader());
    fields.put(Field.HTML, text.html());
    fields.put(Field.TEXT, text.text());
    fields.put(Field.SMS, text.sms());
    fields.values().removeIf(String::isBlank);
    return fields;
  }

  private String name(Locale locale, String field) {
    return (type.name() + " " + locale.toLanguageTag() + " " + field).strip();
  }

  private void error(String name, String rule, String message) {
    problems.add(Problem.error(Place.of(name), rule, message));
  }
}
