package dev.shopbell.templates;

import dev.shopbell.notice.NoticeType;
import dev.shopbell.templates.engine.CompiledTemplate;
import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.Medium;
import dev.shopbell.templates.engine.Place;
import dev.shopbell.templates.engine.TemplateException;
import dev.shopbell.templates.mustache.MustacheEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Checks one field in one language: as it was written, and as it is rendered with sample data. */
final class FieldLint {
  private static final String SIGNATURE = "Ann's Tea";

  private final NoticeType type;
  private final SmsLint sms;
  private final Consumer<Problem> problems;
  private final FieldCompiler compiler;
  private final Limits limits = Limits.MERCHANT;
  private final List<Problem> told = new ArrayList<>();

  FieldLint(NoticeType type, SmsLint sms, Consumer<Problem> problems) {
    this.type = type;
    this.sms = sms;
    this.problems = problems;
    this.compiler = new FieldCompiler(new MustacheEngine(limits), type);
  }

  /** Checks a field of letters or text messages; the variables that it uses. */
  Set<String> check(
      String name, Locale locale, Field field, String words, TemplateDraft.Text text) {
    if (isTooLong(name, words)) {
      return Set.of();
    }
    LintedText linted = new LintedText(name, words, this::tell);
    TextLint lines = new TextLint(linted);
    lines.any();
    switch (field) {
      case SUBJECT -> lines.subject(type.purpose());
      case PREHEADER -> lines.line("preheader");
      case HTML -> new MarkupLint(linted).check();
      case TEXT -> lines.plain("a letter's plain text");
      case SMS -> {
        lines.sms(type.purpose());
        sms.links(linted);
      }
    }
    LanguageLint.check(linted, field, locale);
    Set<String> used = variables(linted, name, Scope.of(type, field), text);
    compiled(name, field.medium(), words, text)
        .flatMap(compiled -> sample(compiled, locale))
        .ifPresent(shown -> rendered(Place.of(name), field, shown));
    return used;
  }

  /** Checks a field of another channel's message. */
  void named(String name, Locale locale, FieldText words, TemplateDraft.Text text) {
    if (isTooLong(name, words.text())) {
      return;
    }
    LintedText linted = new LintedText(name, words.text(), this::tell);
    TextLint lines = new TextLint(linted);
    lines.any();
    lines.line("field");
    lines.plain("a field");
    variables(linted, name, Scope.of(type, Field.SMS), text);
    compiled(name, Medium.FIELD, words.text(), text)
        .flatMap(compiled -> sample(compiled, locale))
        .filter(shown -> shown.length() > words.longest())
        .ifPresent(
            shown ->
                tell(
                    Problem.advice(
                        Place.of(name),
                        "too-long",
                        "it is %s characters long with sample data, its channel takes %s, and the rest is cut: shorten it"
                            .formatted(shown.length(), words.longest()))));
  }

  private boolean isTooLong(String name, String words) {
    boolean isTooLong = words.length() > limits.sourceCharacters();
    if (isTooLong) {
      tell(
          Problem.error(
              Place.of(name),
              "too-large",
              "it has %,d characters: at most %,d are allowed, with its partials; shorten it"
                  .formatted(words.length(), limits.sourceCharacters())));
    }
    return isTooLong;
  }

  private void rendered(Place place, Field field, String shown) {
    switch (field) {
      case SUBJECT -> TextLint.rendered(place, shown, this::tell);
      case SMS -> sms.rendered(place, shown, SIGNATURE, type.purpose(), this::tell);
      case HTML -> {
        if (told.stream().noneMatch(problem -> problem.rule().equals("active-content"))) {
          new MarkupLint(
                  new LintedText(place.template(), shown, problem -> partial(place, problem)))
              .active();
        }
      }
      default -> {}
    }
  }

  /** What stands in the letter and not in the field itself, but in a partial of it. */
  private void partial(Place place, Problem problem) {
    if (told.stream().noneMatch(before -> before.message().equals(problem.message()))) {
      Place whole = new Place(place.template(), 0, 0, problem.place().tag());
      tell(Problem.error(whole, problem.rule(), "in a partial or a section: " + problem.message()));
    }
  }

  private Set<String> variables(
      LintedText linted, String name, Scope scope, TemplateDraft.Text text) {
    new BraceLint(linted, scope).check();
    VariableLint lint = new VariableLint(text.partials(), limits, compiler::isTrusted, this::tell);
    lint.check(name, linted.text(), scope);
    return lint.used();
  }

  /** The field compiled; what the engine refuses and no check has told is told here. */
  private Optional<CompiledTemplate> compiled(
      String name, Medium medium, String words, TemplateDraft.Text text) {
    try {
      Words.Script script = new Words.Script(Map.of(), text.partials());
      return Optional.of(compiler.compile(name, words, script, medium));
    } catch (TemplateException e) {
      boolean isTold =
          told.stream().anyMatch(other -> other.isError() && other.place().equals(e.place()));
      if (!isTold) {
        tell(Problem.error(e.place(), "place", e.problem()));
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

  private void tell(Problem problem) {
    told.add(problem);
    problems.accept(problem);
  }
}
