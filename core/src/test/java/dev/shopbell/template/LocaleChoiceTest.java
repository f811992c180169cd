package dev.shopbell.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocaleChoiceTest {
  private static final String[] TAGS = {
    "zh", "zh-CN", "zh-TW", "zh-HK", "zh-Hant", "zh-Hans-TW", "en", "en-US", "en-GB", "es",
    "es-MX", "pt-BR", "sr-Latn", "sr-Cyrl-RS", "ar", "und", "tr-TR", "he", "id", "en-u-nu-arab"
  };

  @ParameterizedTest
  @CsvSource({
    "zh-CN zh-TW en,zh-TW,en,zh-TW",
    "zh-CN zh-TW en,zh-HK,en,zh-TW",
    "zh-CN zh-TW en,zh-MO,en,zh-TW",
    "zh-CN zh-TW en,zh-Hant,en,zh-TW",
    "zh-CN zh-TW en,zh-Hant-HK,en,zh-TW",
    "zh-TW zh-CN en,zh,en,zh-CN",
    "zh-TW zh-CN en,zh-SG,en,zh-CN",
    "zh-TW zh-CN en,zh-Hans-HK,en,zh-CN",
    "zh-TW en,zh-CN,en,zh-TW",
    "en-US es,en-GB,es,en-US",
    "es en,es-MX,en,es",
    "es-MX es en,es,en,es",
    "en-GB en,en-US,en,en-GB",
    "sr-Latn sr-Cyrl,sr-Cyrl-RS,en,sr-Cyrl",
    "en-GB en,en-u-nu-arab,es,en-GB",
  })
  void takesTheSameTagThenTheSameScriptThenTheSameLanguage(
      String available, String wanted, String fallback, String chosen) {
    assertThat(choose(available, wanted, fallback)).isEqualTo(chosen);
  }

  @ParameterizedTest
  @CsvSource({
    "zh-CN zh-TW en,fr,zh-HK,zh-TW",
    "zh-CN en es,fr,es-AR,es",
    "zh-CN en es,und,en-GB,en",
    "zh-CN en es,fr,de,zh-CN",
    "es zh-CN,und,und,es",
  })
  void takesTheFallbackThenTheFirstWhereTheLanguageIsMissing(
      String available, String wanted, String fallback, String chosen) {
    assertThat(choose(available, wanted, fallback)).isEqualTo(chosen);
  }

  @Test
  void alwaysAnswersOneOfTheAvailableAndOneWithTheWantedLanguageWhereThereIsOne() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      List<Locale> available = new ArrayList<>();
      for (int n = random.nextInt(1, 5); n > 0; n--) {
        available.add(any(random));
      }
      Locale wanted = any(random);
      Locale fallback = any(random);

      Locale chosen = LocaleChoice.choose(available, wanted, fallback);

      assertThat(available).contains(chosen);
      if (available.contains(wanted)) {
        assertThat(chosen).isEqualTo(wanted);
      }
      if (available.stream().anyMatch(each -> sameLanguage(each, wanted))) {
        assertThat(chosen.getLanguage()).isEqualTo(wanted.getLanguage());
      } else if (available.stream().anyMatch(each -> sameLanguage(each, fallback))) {
        assertThat(chosen.getLanguage()).isEqualTo(fallback.getLanguage());
      } else {
        assertThat(chosen).isEqualTo(available.get(0));
      }
    }
  }

  private static boolean sameLanguage(Locale a, Locale b) {
    return a.getLanguage().equals(b.getLanguage());
  }

  private static Locale any(SplittableRandom random) {
    return Locale.forLanguageTag(TAGS[random.nextInt(TAGS.length)]);
  }

  private static String choose(String available, String wanted, String fallback) {
    List<Locale> locales =
        Arrays.stream(available.split(" ", -1)).map(Locale::forLanguageTag).toList();
    return LocaleChoice.choose(
            locales, Locale.forLanguageTag(wanted), Locale.forLanguageTag(fallback))
        .toLanguageTag();
  }
}
