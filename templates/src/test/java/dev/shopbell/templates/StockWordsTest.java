package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.notice.Audience;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Purpose;
import dev.shopbell.store.Store;
import dev.shopbell.store.Tone;
import dev.shopbell.template.EmailContent;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the stock set says. */
class StockWordsTest {
  private static final NoticeType PAID = StockTemplates.types().get("order.paid");
  private static final Map<String, String> GREETINGS =
      Map.of("zh-CN", "您好！", "zh-TW", "您好！", "en", "Hello,", "es", "¡Hola!", "ar", "مرحبًا،");

  @Tag("mail-01")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#lettersOfEveryKind")
  void aLetterHasSubjectPreheaderHtmlAndText(NoticeType type, Locale locale, EmailContent letter) {
    assertThat(fields(letter)).allSatisfy(field -> assertThat(field).isNotBlank());
    assertThat(letter.html()).contains(letter.preheader());
    assertThat(Letters.parsed(letter.html()).getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(letter.subject());
  }

  @Tag("template-03")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#lettersOfEveryKind")
  void nothingIsLeftOpenOrNull(NoticeType type, Locale locale, EmailContent letter) {
    assertThat(fields(letter))
        .allSatisfy(field -> assertThat(field).doesNotContain("{{", "}}{", "null", "{name="));
    assertThat(List.of(letter.subject(), letter.preheader(), letter.text()))
        .allSatisfy(
            field ->
                assertThat(field)
                    .doesNotContainPattern("，，|, ,|\\w ,|\\w \\.|：\\s*：|\\(\\)|（）|。。|،،"));
    assertThat(letter.html()).doesNotContain("href=\"\"", "src=\"\"");
    assertThat(letter.text()).doesNotContain("\n\n\n").endsWith("\n");
  }

  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#lettersOfEveryKind")
  void theShopAnswersToItsName(NoticeType type, Locale locale, EmailContent letter) {
    assertThat(letter.subject()).contains("山间茶铺");
    assertThat(letter.text()).contains("山间茶铺");
    assertThat(letter.html()).contains("山间茶铺");
  }

  @Tag("template-03")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#typesAndLocales")
  void aGreetingWithoutANameIsStillAGreeting(NoticeType type, Locale locale) {
    Map<String, Object> data = new HashMap<>(Letters.sample(type, locale));
    String name = (String) data.remove("name");
    EmailContent letter = Letters.letter(Letters.PLAIN, type, locale, data);

    if (name == null) {
      return;
    }
    assertThat(List.of(letter.subject(), letter.preheader()))
        .noneMatch(field -> field.contains(name));
    if (type.audience() == Audience.RECIPIENT) {
      assertThat(letter.text()).contains("\n" + GREETINGS.get(locale.toLanguageTag()) + "\n");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#typesAndLocales")
  void aLetterGreetsByName(NoticeType type, Locale locale) {
    Map<String, Object> data = Letters.sample(type, locale);
    EmailContent letter = Letters.letter(Letters.PLAIN, type, locale, data);

    if (data.get("name") instanceof String name) {
      assertThat(letter.html()).contains(">" + name + "<");
      assertThat(letter.text()).contains(name);
    }
  }

  @Tag("template-07")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#languages")
  void theToneChangesHowALetterGreetsAndSigns(Locale locale) {
    Set<String> letters = new HashSet<>();
    for (Tone tone : Tone.values()) {
      Store store = Letters.store("山间茶铺", Letters.RICH.brand().tone(tone));
      letters.add(Letters.letter(store, PAID, locale, Letters.sample(PAID, locale)).text());
    }

    assertThat(letters).hasSize(3);
  }

  @Tag("template-02")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#types")
  void everyLanguageUsesTheSameVariables(NoticeType type) {
    Words words = Words.read(type, StockTemplates.LOCALES);
    Words.Script english = words.scripts().get(Locale.ENGLISH);

    assertThat(words.scripts().values())
        .allSatisfy(
            script -> {
              assertThat(script.fields().keySet()).isEqualTo(english.fields().keySet());
              assertThat(tags(script.fields().get(Field.HTML)))
                  .isEqualTo(tags(english.fields().get(Field.HTML)));
              assertThat(script.sets().keySet()).isEqualTo(english.sets().keySet());
            });
  }

  /** Partials, links and optional parts: what a language may not leave out. */
  private static Set<String> tags(String html) {
    return Pattern.compile("\\{\\{[#^>]?[a-zA-Z.]+}}")
        .matcher(html)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  @Tag("mail-02")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#typesAndLocales")
  void marketingAloneHasALinkToUnsubscribeAndAllHaveTheAddress(NoticeType type, Locale locale) {
    Map<String, Object> data = Letters.sample(type, locale);
    boolean isMarketing = type.purpose() == Purpose.MARKETING;
    EmailContent letter = Letters.promoted(type, locale, data, isMarketing);

    assertThat(letter.html().contains("platform.example/unsubscribe/1")).isEqualTo(isMarketing);
    if (type.audience() == Audience.RECIPIENT) {
      assertThat(letter.html()).contains("福建省福鼎市茶园路 18 号");
    }
  }

  private static Collection<String> fields(EmailContent letter) {
    return List.of(letter.subject(), letter.preheader(), letter.html(), letter.text());
  }
}
