package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.Audience;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Purpose;
import dev.shopbell.sms.SmsComposer;
import dev.shopbell.sms.SmsProfile;
import dev.shopbell.sms.SmsSegmentCalculator;
import dev.shopbell.store.Brand;
import dev.shopbell.store.Store;
import dev.shopbell.store.Tone;
import dev.shopbell.template.EmailContent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What the stock set says. */
class StockWordsTest {
  private static final NoticeType PAID = StockTemplates.types().get("order.paid");
  private static final SmsSegmentCalculator DOMESTIC =
      SmsSegmentCalculator.of(SmsProfile.named("cn"));
  private static final Map<String, String> GREETINGS =
      Map.of("zh-CN", "您好！", "zh-TW", "您好！", "en", "Hello,", "es", "¡Hola!", "ar", "مرحبًا،");
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
  @MethodSource("lettersOfEveryKind")
  void theHtmlIsWellFormedAndSaysItsLanguage(NoticeType type, Locale locale, EmailContent letter) {
    var document = Letters.parsed(letter.html());

    assertThat(document.getDocumentElement().getAttribute("lang"))
        .isEqualTo(locale.toLanguageTag());
    assertThat(document.getDocumentElement().getAttribute("dir"))
        .isEqualTo(locale.getLanguage().equals("ar") ? "rtl" : "ltr");
    assertThat(Letters.elements(document, "h1")).hasSize(1);
  }

  @Tag("template-07")
  @ParameterizedTest
  @MethodSource("lettersOfEveryKind")
  void everyImageSaysWhatItIsOrThatItOnlyDecorates(
      NoticeType type, Locale locale, EmailContent letter) {
    assertThat(Letters.elements(Letters.parsed(letter.html()), "img"))
        .allSatisfy(image -> assertThat(image.hasAttribute("alt")).isTrue())
        .allSatisfy(image -> assertThat(image.getAttribute("alt")).isIn("", "山间茶铺"))
        .allSatisfy(image -> assertThat(image.getAttribute("src")).doesNotContain(".svg"));
  }

  @Tag("template-07")
  @ParameterizedTest
  @MethodSource("lettersOfEveryKind")
  void theLooksNeedNoStyleSheet(NoticeType type, Locale locale, EmailContent letter) {
    assertThat(Letters.elements(Letters.parsed(letter.html()), "style")).isEmpty();
    assertThat(letter.html()).doesNotContain("class=", "@media");
  }

  @ParameterizedTest
  @MethodSource("lettersOfEveryKind")
  void markupForMailClientsIsJsonWithoutLocalForms(
      NoticeType type, Locale locale, EmailContent letter) {
    for (Element script : Letters.elements(Letters.parsed(letter.html()), "script")) {
      assertThat(script.getAttribute("type")).isEqualTo("application/ld+json");
      assertThat(script.getTextContent().strip())
          .startsWith("{\"@context\":\"http://schema.org\",\"@type\":\"")
          .matches("(?s)[{].*[}]")
          .doesNotContain(",,", ", ,", "[,", ",]", "\"\"", "\u00a5");
    }
  }

  @Tag("template-07")
  @ParameterizedTest
  @MethodSource("lettersOfEveryKind")
  void noTableIsReadOutAsOne(NoticeType type, Locale locale, EmailContent letter) {
    assertThat(Letters.elements(Letters.parsed(letter.html()), "table"))
        .allSatisfy(table -> assertThat(table.getAttribute("role")).isEqualTo("presentation"));
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
    assertThat(letter.html().getBytes(StandardCharsets.UTF_8).length).isLessThan(25_000);
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

  @Tag("template-07")
  @Test
  void theBrandsLinksStandInTheFooter() {
    Brand.Link link = new Brand.Link("Visit & taste", URI.create("https://shop.example/visit"));
    Store store = Letters.store("Tea", Brand.PLAIN.links(link));
    EmailContent letter =
        Letters.letter(store, PAID, Letters.ENGLISH, Letters.sample(PAID, Letters.ENGLISH));

    assertThat(letter.html()).contains("href=\"https://shop.example/visit\"", "Visit &amp; taste");
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

  @Tag("template-04")
  @Test
  void theConfirmationOfAPaymentBeginsWithTheBrand() {
    assertThat(paid(Letters.CHINESE, Letters.sample(PAID, Letters.CHINESE)).subject())
        .isEqualTo("【山间茶铺】付款成功，订单 SO-20261122-1001 已确认");
    assertThat(paid(Letters.ENGLISH, Letters.sample(PAID, Letters.ENGLISH)).subject())
        .isEqualTo("【山间茶铺】 Payment received, order SO-20261122-1001 confirmed");
  }

  @Tag("template-04")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#languages")
  void theConfirmationOfAPaymentSaysWhatWasPaidAndWhen(Locale locale) {
    Map<String, Object> data = Letters.sample(PAID, locale);
    EmailContent letter = paid(locale, data);
    Map<String, Object> written =
        Letters.request(Letters.PLAIN, Channel.EMAIL, PAID, locale, data).data();
    String name = (String) ((Map<?, ?>) ((List<?>) data.get("goods")).get(0)).get("name");

    assertThat(letter.subject()).startsWith("【山间茶铺】").contains("SO-20261122-1001");
    for (String part : List.of(letter.html(), letter.text())) {
      assertThat(part)
          .contains("SO-20261122-1001", name)
          .contains((String) written.get("total"), (String) written.get("paidAt"));
    }
  }

  @Tag("template-04")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#languages")
  void linksAndCouponOfAPaymentAreThereOnlyWhenGiven(Locale locale) {
    Map<String, Object> all = Letters.sample(PAID, locale);
    Map<String, Object> some = new HashMap<>(all);
    PAID_BLOCKS.forEach(some::remove);
    EmailContent with = Letters.promoted(PAID, locale, all);
    EmailContent without = Letters.promoted(PAID, locale, some);

    for (String block : List.of("/orders/", "/guides/", "/help", "/tea-table", "AGAIN10")) {
      assertThat(with.html()).contains(block);
      assertThat(with.text()).contains(block);
      assertThat(without.html()).doesNotContain(block);
      assertThat(without.text()).doesNotContain(block);
    }
  }

  @Tag("template-04")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#languages")
  void theCouponComesLastAndOnlyWithConsent(Locale locale) {
    Map<String, Object> data = Letters.sample(PAID, locale);
    String text = Letters.promoted(PAID, locale, data).text();

    assertThat(paid(locale, data).html()).doesNotContain("AGAIN10");
    assertThat(text.indexOf("AGAIN10")).isGreaterThan(text.indexOf("/tea-table"));
    assertThat(text.lastIndexOf("https://", text.indexOf("AGAIN10")))
        .isGreaterThan(text.indexOf("/orders/"));
  }

  @ParameterizedTest
  @MethodSource("smsOfEveryLanguage")
  void aTextMessageIsOneLineWithoutSignatureLinkOrOptOut(NoticeType type, Locale locale) {
    for (Map<String, Object> data : List.of(Letters.sample(type, locale), least(type, locale))) {
      assertThat(Letters.sms(Letters.RICH, type, locale, data))
          .isNotBlank()
          .doesNotContain("{{", "null", "【", "山间茶铺", "http", "拒收", "\n", "  ");
    }
  }

  @Tag("sms-04")
  @ParameterizedTest
  @MethodSource("smsOfEveryLanguage")
  void aTextMessageIsOneDomesticSegmentWithItsSignature(NoticeType type, Locale locale) {
    String text = Letters.sms(Letters.PLAIN, type, locale, Letters.sample(type, locale));
    String sent = SmsComposer.of(DOMESTIC).compose("山间茶铺", text, Purpose.TRANSACTIONAL).sent();

    assertThat(sent).startsWith("【山间茶铺】");
    assertThat(sent.length()).as(sent).isLessThanOrEqualTo(70);
    assertThat(DOMESTIC.billed(sent)).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#smsTypes")
  void anEnglishTextMessageHasPlainCharactersAlone(NoticeType type) {
    String text =
        Letters.sms(Letters.PLAIN, type, Letters.ENGLISH, Letters.sample(type, Letters.ENGLISH));

    assertThat(text.replaceAll("\\h", " ")).matches("[ -~]+");
  }

  static Stream<Arguments> smsOfEveryLanguage() {
    return Letters.smsTypes()
        .flatMap(type -> StockTemplates.LOCALES.stream().map(locale -> Arguments.of(type, locale)));
  }

  @Tag("template-07")
  @ParameterizedTest
  @MethodSource("lettersOfEveryKind")
  void everyTextStandsOutFromWhatItIsOn(NoticeType type, Locale locale, EmailContent letter) {
    for (Element element : Letters.elements(Letters.parsed(letter.html()), "*")) {
      String colour = Letters.style(element, "color");
      if (colour.startsWith("#")) {
        assertThat(Accent.contrast(colour, Letters.background(element)))
            .as(element.getTagName() + " " + element.getAttribute("style"))
            .isGreaterThanOrEqualTo(4.5);
      } else {
        assertThat(colour).isIn("", "inherit");
      }
    }
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
