package dev.shopbell.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Chooses the language of a message from those a template is written in. */
public final class LocaleChoice {
  private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

  private LocaleChoice() {}

  /**
   * The nearest to what is wanted: the same tag, then the same language and script, then the same
   * language; then the same for the fallback; then the first. Never two for one message.
   */
  public static Locale choose(List<Locale> available, Locale wanted, Locale fallback) {
    return near(available, wanted)
        .or(() -> near(available, fallback))
        .orElseGet(() -> available.get(0));
  }

  private static Optional<Locale> near(List<Locale> available, Locale wanted) {
    if (available.contains(wanted)) {
      return Optional.of(wanted);
    }
    List<Locale> sameLanguage =
        available.stream()
            .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
            .toList();
    return sameLanguage.stream()
        .filter(locale -> script(locale).equals(script(wanted)))
        .findFirst()
        .or(() -> sameLanguage.stream().findFirst());
  }

  /** The script a Chinese locale is written in; other languages are told apart by tag alone. */
  private static String script(Locale locale) {
    if (!locale.getLanguage().equals("zh") || !locale.getScript().isEmpty()) {
      return locale.getScript();
    }
    return TRADITIONAL.contains(locale.getCountry()) ? "Hant" : "Hans";
  }
}
