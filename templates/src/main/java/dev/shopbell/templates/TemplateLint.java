package dev.shopbell.templates;

import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Purpose;
import dev.shopbell.templates.engine.CompiledTemplate;
import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.Place;
import dev.shopbell.templates.engine.TemplateException;
import dev.shopbell.templates.mustache.MustacheEngine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Checks a draft: its syntax, its variables, what it says and leaves out, and whether its languages
 * agree. Every problem is told at once, in the order of the fields.
 */
public final class TemplateLint {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Pattern UNSUBSCRIBE = Pattern.compile("\\{\\{\\s*letter\\.unsubscribeLink");
  private static final Pattern ADDRESS = Pattern.compile("\\{\\{[{&#]?\\s*store\\.postalAddress");

  private final NoticeType type;
  private final FieldCompiler compiler;
  private final Limits limits = Limits.MERCHANT;
  private final List<Problem> problems = new ArrayList<>();

  private TemplateLint(NoticeType type) {
    this.type = type;
    this.compiler = new FieldCompiler(new MustacheEngine(limits), type);
  }

  /**
   * Everything that is wrong with a draft, or could be better; empty when nothing is.
   *
   * @param type the draft's notice type
   */
  public static List<Problem> check(NoticeType type, TemplateDraft draft) {
    TemplateLint lint = new TemplateLint(type);
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
    if (!LANGUAGES.contains(locale.getLanguage())) {
      error(
          name(locale, ""),
          "unknown-locale",
          "there is no language %s: write it as en, es or zh-CN".formatted(locale.toLanguageTag()));
    }
    Map<Field, String> fields = fields(text);
    fields.forEach((field, words) -> field(locale, field, words, text));
    text.sets()
        .forEach(
            (channel, set) ->
                set.fields()
                    .forEach((name, words) -> named(locale, channel + " " + name, words, text)));
    if (fields.containsKey(Field.HTML) != fields.containsKey(Field.SUBJECT)) {
      boolean hasHtml = fields.containsKey(Field.HTML);
      error(
          name(locale, hasHtml ? "subject" : "html"),
          "missing-field",
          "a letter has a subject and HTML, and the %s is missing: write it"
              .formatted(hasHtml ? "subject" : "HTML"));
    }
    if (fields.isEmpty() && text.sets().isEmpty()) {
      error(name(locale, ""), "missing-field", "it says nothing: write a letter or a message");
    }
    if (type.purpose() == Purpose.MARKETING && fields.containsKey(Field.HTML)) {
      marketing(locale, text);
    }
  }

  private void marketing(Locale locale, TemplateDraft.Text text) {
    String all = text.html() + String.join("\n", text.partials().values());
    if (!UNSUBSCRIBE.matcher(all).find()) {
      error(
          name(locale, "html"),
          "missing-unsubscribe",
          "a marketing letter needs a visible way out: add"
              + " {{#letter.unsubscribeLink}}<a href=\"{{letter.unsubscribeLink}}\">Unsubscribe</a>{{/letter.unsubscribeLink}}");
    }
    if (!ADDRESS.matcher(all).find()) {
      error(
          name(locale, "html"),
          "missing-address",
          "a marketing letter names its sender's postal address: add"
              + " {{#store.postalAddress}}{{store.postalAddress}}{{/store.postalAddress}}");
    }
  }

  private void field(Locale locale, Field field, String words, TemplateDraft.Text text) {
    String name = name(locale, field.toString());
    TextLint lint = new TextLint(name, words, problems::add);
    lint.any();
    switch (field) {
      case SUBJECT -> lint.subject(type.purpose());
      case PREHEADER -> lint.line("preheader");
      case HTML -> lint.html();
      case TEXT, SMS -> {}
    }
    variables(name, field, words, text);
    compiled(name, field, words, text)
        .filter(compiled -> field == Field.SUBJECT)
        .flatMap(compiled -> sample(compiled, locale))
        .ifPresent(subject -> TextLint.rendered(Place.of(name), subject, problems::add));
  }

  private void named(Locale locale, String field, FieldText words, TemplateDraft.Text text) {
    String name = name(locale, field);
    TextLint lint = new TextLint(name, words.text(), problems::add);
    lint.any();
    lint.line("field");
    variables(name, Field.SMS, words.text(), text);
    compiled(name, Field.SMS, words.text(), text)
        .flatMap(compiled -> sample(compiled, locale))
        .filter(shown -> shown.length() > words.longest())
        .ifPresent(
            shown ->
                problems.add(
                    Problem.advice(
                        Place.of(name),
                        "too-long",
                        "it is %s characters long with sample data, its channel takes %s, and the rest is cut: shorten it"
                            .formatted(shown.length(), words.longest()))));
  }

  private void variables(String name, Field field, String words, TemplateDraft.Text text) {
    new VariableLint(text.partials(), limits, compiler::isTrusted, problems::add)
        .check(name, words, Scope.of(type, field));
  }

  /** The field compiled; what the engine refuses and no check has told is told here. */
  private Optional<CompiledTemplate> compiled(
      String name, Field field, String words, TemplateDraft.Text text) {
    try {
      Words.Script script = new Words.Script(Map.of(), text.partials());
      return Optional.of(compiler.compile(name, words, script, field.medium()));
    } catch (TemplateException e) {
      boolean isTold =
          problems.stream().anyMatch(told -> told.isError() && told.place().equals(e.place()));
      if (!isTold) {
        problems.add(Problem.error(e.place(), "place", e.problem()));
      }
      return Optional.empty();
    }
  }

  private Optional<String> sample(CompiledTemplate compiled, Locale locale) {
    try {
      return Optional.of(compiled.render(Previews.view(type, locale)).strip());
    } catch (TemplateException e) {
      return Optional.empty();
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
