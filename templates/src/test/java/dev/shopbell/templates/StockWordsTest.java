package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.notice.NoticeType;
import dev.shopbell.template.EmailContent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the stock set says. */
class StockWordsTest {
  private static final NoticeType PAID = StockTemplates.types().get("order.paid");
  private static final List<String> PAID_BLOCKS =
      List.of("orderLink", "guideLink", "supportLink", "communityLink", "coupon");

  static Stream<Arguments> lettersOfEveryKind() {
    return Letters.typesAndLocales().map(Arguments::get).flatMap(StockWordsTest::kinds);
  }

  private static Stream<Arguments> kinds(Object[] typeAndLocale) {
    NoticeType type = (NoticeType) typeAndLocale[0];
    Locale locale = (Locale) typeAndLocale[1];
    Map<String, Object> all = Letters.sample(type, locale);
    Map<String, Object> least = Letters.required(type.variables(), all);
    return Stream.of(
        Arguments.of(type, locale, Letters.letter(Letters.RICH, type, locale, all)),
        Arguments.of(type, locale, Letters.letter(Letters.PLAIN, type, locale, least)));
  }

  @Tag("mail-01")
  @ParameterizedTest
  @MethodSource("lettersOfEveryKind")
  void aLetterHasSubjectPreheaderHtmlAndText(NoticeType type, Locale locale, EmailContent letter) {
    assertThat(fields(letter)).allSatisfy(field -> assertThat(field).isNotBlank());
    assertThat(letter.html()).contains(letter.preheader());
    assertThat(Letters.parsed(letter.html()).getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(letter.subject());
  }

  @Tag("template-03")
  @ParameterizedTest
  @MethodSource("lettersOfEveryKind")
  void nothingIsLeftOpenOrNull(NoticeType type, Locale locale, EmailContent letter) {
    assertThat(fields(letter))
        .allSatisfy(field -> assertThat(field).doesNotContain("{{", "null", "{name="));
    assertThat(List.of(letter.subject(), letter.preheader(), letter.text()))
        .allSatisfy(
            field -> assertThat(field).doesNotContainPattern("，，|, ,| ,| \\.|：\\s*：|\\(\\)|（）"));
    assertThat(letter.html()).doesNotContain("href=\"\"", "src=\"\"");
    assertThat(letter.text()).doesNotContain("\n\n\n").endsWith("\n");
  }

  @ParameterizedTest
  @MethodSource("lettersOfEveryKind")
  void theHtmlIsWellFormedAndSaysItsLanguage(NoticeType type, Locale locale, EmailContent letter) {
    var document = Letters.parsed(letter.html());

    assertThat(document.getDocumentElement().getAttribute("lang"))
        .isEqualTo(locale.toLanguageTag());
    assertThat(document.getDocumentElement().getAttribute("dir")).isEqualTo("ltr");
    assertThat(Letters.elements(document, "img"))
        .allSatisfy(image -> assertThat(image.getAttribute("alt")).isEqualTo("山间茶铺"));
    assertThat(Letters.elements(document, "h1")).hasSize(1);
    assertThat(Letters.elements(document, "script")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("lettersOfEveryKind")
  void onlyTheGoodsAreReadOutAsATable(NoticeType type, Locale locale, EmailContent letter) {
    assertThat(Letters.elements(Letters.parsed(letter.html()), "table"))
        .filteredOn(table -> !table.getAttribute("role").equals("presentation"))
        .hasSizeLessThan(2)
        .allSatisfy(table -> assertThat(Letters.elements(table, "th")).hasSizeBetween(2, 3))
        .allSatisfy(
            table ->
                assertThat(Letters.elements(table, "th"))
                    .allSatisfy(head -> assertThat(head.getAttribute("scope")).isEqualTo("col")));
  }

  @ParameterizedTest
  @MethodSource("lettersOfEveryKind")
  void everyLinkIsSecureOrWritesToTheShop(NoticeType type, Locale locale, EmailContent letter) {
    assertThat(Letters.elements(Letters.parsed(letter.html()), "a"))
        .extracting(link -> link.getAttribute("href"))
        .allSatisfy(link -> assertThat(link).matches("https://.+|mailto:hello@shop.example"));
  }

  @ParameterizedTest
  @MethodSource("lettersOfEveryKind")
  void aLetterStaysFarBelowWhereGmailCutsIt(NoticeType type, Locale locale, EmailContent letter) {
    assertThat(letter.html().length()).isLessThan(30_000);
  }

  @ParameterizedTest
  @MethodSource("lettersOfEveryKind")
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

    assertThat(fields(letter)).noneMatch(field -> field.contains(name));
    if (!type.name().startsWith("admin.")) {
      String greeting = locale.equals(Letters.CHINESE) ? "您好！" : "Hello,";
      assertThat(letter.html()).contains(">" + greeting + "<");
      assertThat(letter.text()).startsWith(greeting + "\n");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#typesAndLocales")
  void aLetterGreetsByName(NoticeType type, Locale locale) {
    EmailContent letter = Letters.letter(Letters.PLAIN, type, locale, Letters.sample(type, locale));

    String name = locale.equals(Letters.CHINESE) ? "林晓" : "Emily";
    assertThat(letter.html()).contains(name);
    assertThat(letter.text()).contains(name);
  }

  @Tag("template-04")
  @Test
  void theConfirmationOfAPaymentBeginsWithTheBrand() {
    assertThat(paid(Letters.CHINESE, Letters.sample(PAID, Letters.CHINESE)).subject())
        .isEqualTo("【山间茶铺】付款成功，订单 SO-20261122-1001 已确认");
    assertThat(paid(Letters.ENGLISH, Letters.sample(PAID, Letters.ENGLISH)).subject())
        .isEqualTo("山间茶铺: payment received for order SO-20261122-1001");
  }

  @Tag("template-04")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#languages")
  void theConfirmationOfAPaymentSaysWhatWasPaidAndWhen(Locale locale) {
    EmailContent letter = paid(locale, Letters.sample(PAID, locale));
    boolean chinese = locale.equals(Letters.CHINESE);

    for (String part : List.of(letter.html(), letter.text())) {
      assertThat(part)
          .contains("SO-20261122-1001")
          .contains(chinese ? "福鼎白牡丹 2026 春茶" : "White Peony, spring harvest")
          .contains(chinese ? "402.60" : "83.40")
          .contains(chinese ? "168.00" : "24.00")
          .contains(chinese ? "2026年11月22日" : "Nov 22, 2026");
    }
  }

  @Tag("template-04")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#languages")
  void linksAndCouponOfAPaymentAreThereOnlyWhenGiven(Locale locale) {
    Map<String, Object> all = Letters.sample(PAID, locale);
    Map<String, Object> some = new HashMap<>(all);
    PAID_BLOCKS.forEach(some::remove);
    EmailContent with = paid(locale, all);
    EmailContent without = paid(locale, some);

    for (String block : List.of("/orders/", "/guides/", "/help", "/tea-table", "AGAIN10")) {
      assertThat(with.html()).contains(block);
      assertThat(with.text()).contains(block);
      assertThat(without.html()).doesNotContain(block);
      assertThat(without.text()).doesNotContain(block);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#smsTypes")
  void aTextMessageIsOneLineWithoutSignatureLinkOrOptOut(NoticeType type) {
    for (Locale locale : StockTemplates.LOCALES) {
      for (Map<String, Object> data : List.of(Letters.sample(type, locale), least(type, locale))) {
        assertThat(Letters.sms(Letters.RICH, type, locale, data))
            .isNotBlank()
            .contains("SO-20261122-1001")
            .doesNotContain("{{", "null", "【", "山间茶铺", "http", "拒收", "\n", "  ");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#smsTypes")
  void aChineseTextMessageIsOneSegmentWithItsSignature(NoticeType type) {
    String text =
        Letters.sms(Letters.PLAIN, type, Letters.CHINESE, Letters.sample(type, Letters.CHINESE));

    assertThat("【山间茶铺】" + text).hasSizeLessThanOrEqualTo(70);
  }

  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#smsTypes")
  void anEnglishTextMessageIsOneSegmentOfPlainCharacters(NoticeType type) {
    String text =
        Letters.sms(Letters.PLAIN, type, Letters.ENGLISH, Letters.sample(type, Letters.ENGLISH));

    assertThat(text.replaceAll("\\h", " ")).matches("[ -~]+").hasSizeLessThanOrEqualTo(160);
  }

  @ParameterizedTest
  @MethodSource("lettersOfEveryKind")
  void everyTextStandsOutFromWhatItIsOn(NoticeType type, Locale locale, EmailContent letter) {
    assertThat(Letters.elements(Letters.parsed(letter.html()), "*"))
        .filteredOn(element -> element.getAttribute("class").matches(".*(ink|soft).*"))
        .isNotEmpty()
        .allSatisfy(
            element -> {
              String colour =
                  element.getAttribute("style").replaceAll("(.*;)?color:(#\\w{6}).*", "$2");
              assertThat(Accent.contrast(colour, "#ffffff")).isGreaterThanOrEqualTo(4.5);
              assertThat(Accent.contrast(colour, "#f4f4f0")).isGreaterThanOrEqualTo(4.5);
            });
  }

  private static Map<String, Object> least(NoticeType type, Locale locale) {
    return Letters.required(type.variables(), Letters.sample(type, locale));
  }

  private static EmailContent paid(Locale locale, Map<String, Object> data) {
    return Letters.letter(Letters.PLAIN, PAID, locale, data);
  }

  private static Collection<String> fields(EmailContent letter) {
    return List.of(letter.subject(), letter.preheader(), letter.html(), letter.text());
  }
}
