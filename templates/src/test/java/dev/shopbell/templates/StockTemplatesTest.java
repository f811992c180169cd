package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.InvalidNoticeException;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.Payer;
import dev.shopbell.notice.Variable;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.TemplateCatalog;
import dev.shopbell.template.TemplateId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StockTemplatesTest {
  private final NoticeTypes types = StockTemplates.types();
  private final TemplateCatalog catalog = StockTemplates.catalog();

  @Test
  void whatTellsOfAPaymentCostsTheStoreNothing() {
    assertThat(types.get("order.paid").policy().payer()).isEqualTo(Payer.PLATFORM);
  }

  @Test
  void everyTypeHasWordsForItsWholeRouteInEveryLanguage() {
    for (NoticeType type : types.all()) {
      NotificationTemplate template = Letters.template(type);

      assertThat(template.noticeType()).isEqualTo(type.name());
      assertThat(template.channels()).containsAll(type.route().channels());
      assertThat(template.locales()).containsExactlyElementsOf(StockTemplates.locales());
    }
  }

  @Test
  void adminsGetLettersAlone() {
    assertThat(Letters.template(types.get("admin.order.new")).channels())
        .containsExactly(Channel.EMAIL);
  }

  @Test
  void whatThePaidNoticeMustHaveIsEnoughForTheAdmins() {
    NoticeType paid = types.get("order.paid");
    NoticeType admins = types.get("admin.order.new");

    assertThat(types.beside("order.paid")).containsExactly(admins);
    assertThat(paid.variables()).containsAll(admins.variables());
    Map<String, Object> data =
        Letters.required(paid.variables(), Letters.sample(paid, Locale.ENGLISH));
    admins.check(admins.own(data));
  }

  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#typesAndLocales")
  void aSampleFitsItsTypeAndHasEveryVariable(NoticeType type, Locale locale) {
    Map<String, Object> sample = StockTemplates.sample(type.name(), locale);

    type.check(sample);
    assertComplete(type.variables(), sample);
  }

  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#typesAndLocales")
  void aWorstCaseFitsItsTypeAndCanBeRendered(NoticeType type, Locale locale) {
    Map<String, Object> worst = StockTemplates.worstCase(type.name(), locale);

    type.check(worst);
    assertThat(Letters.letter(Letters.RICH, type, locale, worst).html()).doesNotContain("{{");
  }

  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#typesAndLocales")
  void aMerchantMayBeginWithTheStockWords(NoticeType type, Locale locale) {
    TemplateDraft draft = StockTemplates.draft(type.name(), locale);

    assertThat(TemplateLint.hasErrors(TemplateLint.check(type, draft))).isFalse();
  }

  private static void assertComplete(List<Variable> variables, Map<?, ?> data) {
    for (Variable variable : variables) {
      assertThat(data.get(variable.name())).as(variable.name()).isNotNull();
      if (data.get(variable.name()) instanceof List<?> list) {
        list.forEach(item -> assertComplete(variable.fields(), (Map<?, ?>) item));
      }
    }
  }

  @Test
  void aSampleIsInTheNearestLanguage() {
    assertThat(StockTemplates.sample("order.paid", Locale.forLanguageTag("zh-HK")))
        .isEqualTo(StockTemplates.sample("order.paid", Locale.TAIWAN))
        .isNotEqualTo(StockTemplates.sample("order.paid", Locale.SIMPLIFIED_CHINESE));
    assertThat(StockTemplates.sample("order.paid", Locale.KOREA))
        .isEqualTo(StockTemplates.sample("order.paid", Locale.ENGLISH));
  }

  @Test
  void aSampleOfAnUnknownTypeIsRefusedWithTheNearestName() {
    assertThatThrownBy(() -> StockTemplates.sample("order.payed", Locale.ENGLISH))
        .isInstanceOf(InvalidNoticeException.class)
        .hasMessageContaining("order.payed")
        .hasMessageContaining("order.paid");
  }

  @Test
  void aTypeOfAnotherNameHasNoTemplate() {
    assertThat(catalog.current(Letters.PLAIN.id(), "order.lost")).isEmpty();
    assertThat(catalog.version(Letters.PLAIN.id(), new TemplateId("order.lost", "1"))).isEmpty();
  }

  @Test
  void aNoticeThatWaitedThroughAnUpgradeStillHasWords() {
    TemplateId earlier = new TemplateId("order.paid", "0123456789abcdef");

    assertThat(catalog.version(Letters.PLAIN.id(), earlier))
        .isEqualTo(catalog.current(Letters.PLAIN.id(), "order.paid"));
  }

  @Test
  void theVersionIsTheSameUntilAWordChanges() {
    NoticeType type = types.get("order.paid");
    Words words = Words.read(type, StockTemplates.LOCALES);
    Map<Field, String> fields = Map.of(Field.SMS, "Paid, thank you.");
    Words other = Words.of(Map.of(Locale.ENGLISH, new Words.Script(fields, Map.of())));

    assertThat(Words.read(type, StockTemplates.LOCALES).version()).isEqualTo(words.version());
    assertThat(Letters.template(type).id())
        .isEqualTo(new TemplateId("order.paid", words.version()));
    assertThat(other.version()).isNotEqualTo(words.version());
  }

  @Test
  void aMissingTranslationIsNamed() {
    assertThatThrownBy(() -> Words.read(types.get("order.paid"), List.of(Locale.FRENCH)))
        .hasMessageContaining("words/fr/order.paid.txt is missing: add the translation");
  }
}
