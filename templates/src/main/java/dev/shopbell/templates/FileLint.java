package dev.shopbell.templates;

import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Variable;
import dev.shopbell.sms.SmsProfile;
import dev.shopbell.templates.engine.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks templates in files, those of one notice type together. A file holds parts, each begun by a
 * line of {@code ---} and its name, or is a letter's HTML; its name says the notice type and the
 * language, {@code order.paid.en.mustache}. Immutable.
 */
public final class FileLint {
  private final NoticeTypes types;
  private final Optional<NoticeType> type;
  private final Optional<Purpose> purpose;
  private final SmsProfile profile;

  private FileLint(
      NoticeTypes types, Optional<NoticeType> type, Optional<Purpose> purpose, SmsProfile profile) {
    this.types = types;
    this.type = type;
    this.purpose = purpose;
    this.profile = profile;
  }

  /** A file that is checked: what it says, as which type, in which language. */
  private record Read(String name, DraftFile file, Optional<NoticeType> type, Locale locale) {}

  /** A check for these types; text messages are counted as mainland China's gateways do. */
  public static FileLint of(NoticeTypes types) {
    return new FileLint(
        Objects.requireNonNull(types, "types"),
        Optional.empty(),
        Optional.empty(),
        SmsProfile.named("cn"));
  }

  /**
   * The same where every file is of that type, whatever its name says.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public FileLint event(String type) {
    return new FileLint(types, Optional.of(types.get(type)), purpose, profile);
  }

  /** The same where every notice is sent for that purpose, whatever its type says. */
  public FileLint purpose(Purpose purpose) {
    return new FileLint(types, type, Optional.of(purpose), profile);
  }

  /** The same where text messages are counted by that profile. */
  public FileLint sms(SmsProfile profile) {
    return new FileLint(types, type, purpose, profile);
  }

  /**
   * The problems of each file, by its lines; those of a file without problems are empty.
   *
   * @param files what they hold, by path or name
   */
  public Map<String, List<Problem>> check(Map<String, String> files) {
    Map<String, List<Problem>> problems = new LinkedHashMap<>();
    Map<String, List<Read>> byType = new LinkedHashMap<>();
    files.forEach(
        (path, content) -> {
          DraftName name = DraftName.of(types, path.replaceFirst(".*[/\\\\]", ""));
          DraftFile file = DraftFile.of(content);
          List<Problem> own = new ArrayList<>(file.unused());
          own.addAll(type.isPresent() ? List.of() : name.problems());
          problems.put(path, own);
          Optional<NoticeType> told = type.or(name::type);
          String group = told.map(NoticeType::name).orElse(path);
          byType
              .computeIfAbsent(group, none -> new ArrayList<>())
              .add(new Read(path, file, told, name.locale()));
        });
    byType.values().forEach(group -> check(group, problems));
    languages(byType, problems);
    problems.replaceAll((path, all) -> sorted(all));
    return problems;
  }

  private static List<Problem> sorted(List<Problem> problems) {
    return problems.stream()
        .sorted(
            Comparator.comparingInt((Problem problem) -> problem.place().line())
                .thenComparingInt(problem -> problem.place().column()))
        .toList();
  }

  private void check(List<Read> group, Map<String, List<Problem>> problems) {
    Map<Locale, Read> byLocale = new LinkedHashMap<>();
    for (Read read : group) {
      Read other = byLocale.putIfAbsent(read.locale(), read);
      if (other != null) {
        check(Map.of(read.locale(), read), problems);
        tell(
            problems,
            read,
            "duplicate-file",
            "%s is the same notice in the same language: keep one".formatted(other.name()));
      }
    }
    check(byLocale, problems);
  }

  private void check(Map<Locale, Read> byLocale, Map<String, List<Problem>> problems) {
    Read first = byLocale.values().iterator().next();
    NoticeType checked = purposed(first.type().orElseGet(this::anyOf));
    Map<Locale, TemplateDraft.Text> texts = new LinkedHashMap<>();
    byLocale.forEach((locale, read) -> texts.put(locale, read.file().text(locale)));
    for (Problem problem :
        TemplateLint.check(checked, new TemplateDraft(checked.name(), texts), profile)) {
      Read read = byLocale.getOrDefault(locale(problem), first);
      if (applies(problem, read)) {
        problems.getOrDefault(read.name(), new ArrayList<>()).add(read.file().inFile(problem));
      }
    }
  }

  /** A letter's HTML alone has no subject, and of no type it is not known what every notice has. */
  private static boolean applies(Problem problem, Read read) {
    return switch (problem.rule()) {
      case "missing-field" -> !read.file().isOnePart();
      case "unused-variable" -> read.type().isPresent();
      default -> true;
    };
  }

  /** The language in a problem's place: {@code order.paid en html}. */
  private static Locale locale(Problem problem) {
    String[] words = problem.place().template().split(" ", -1);
    return words.length < 2 ? Locale.ROOT : Locale.forLanguageTag(words[1]);
  }

  private NoticeType purposed(NoticeType type) {
    return purpose
        .map(
            other ->
                new NoticeType(
                    type.name(),
                    other,
                    type.audience(),
                    type.beside(),
                    type.route(),
                    type.variables(),
                    type.policy()))
        .orElse(type);
  }

  /** A type with every variable there is. */
  private NoticeType anyOf() {
    Map<String, Variable> all = new LinkedHashMap<>();
    for (NoticeType known : types.all()) {
      known.variables().forEach(variable -> all.putIfAbsent(variable.name(), variable));
    }
    NoticeType first = types.all().iterator().next();
    return NoticeType.builder("any", first.purpose(), first.route())
        .variables(all.values().toArray(Variable[]::new))
        .build();
  }

  /** A language that the other events of a set have is probably wanted for each. */
  private static void languages(
      Map<String, List<Read>> byType, Map<String, List<Problem>> problems) {
    Set<String> all = new TreeSet<>();
    byType.values().forEach(group -> group.forEach(read -> all.add(read.locale().toLanguageTag())));
    for (Map.Entry<String, List<Read>> event : byType.entrySet()) {
      Set<String> missing = new TreeSet<>(all);
      event.getValue().forEach(read -> missing.remove(read.locale().toLanguageTag()));
      Read first = event.getValue().get(0);
      if (first.type().isPresent() && !missing.isEmpty()) {
        tell(
            problems,
            first,
            "missing-language",
            "%s is not written in %s, and other events here are: translate it, as %s.%s.mustache"
                .formatted(
                    event.getKey(),
                    String.join(", ", missing),
                    event.getKey(),
                    missing.iterator().next()));
      }
    }
  }

  private static void tell(
      Map<String, List<Problem>> problems, Read read, String rule, String message) {
    problems
        .getOrDefault(read.name(), new ArrayList<>())
        .add(Problem.advice(new Place("file", 1, 1, ""), rule, message));
  }
}
