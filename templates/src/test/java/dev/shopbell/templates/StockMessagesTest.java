package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.sms.SmsComposer;
import dev.shopbell.sms.SmsProfile;
import dev.shopbell.sms.SmsSegmentCalculator;
import dev.shopbell.template.FieldsContent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the stock set says where there is little room. */
class StockMessagesTest {
  private static final SmsSegmentCalculator DOMESTIC =
      SmsSegmentCalculator.of(SmsProfile.named("cn"));

  @Tag("template-01")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#typesAndLocales")
  void aWeChatFieldIsNotCutAtSampleLength(NoticeType type, Locale locale) {
    Words.Script script = Words.read(type, List.of(locale)).scripts().get(locale);
    if (script.sets().containsKey(Channel.WECHAT)) {
      FieldsContent message =
          (FieldsContent)
              Letters.template(type)
                  .render(
                      Letters.request(
                          Letters.PLAIN,
                          Channel.WECHAT,
                          type,
                          locale,
                          Letters.sample(type, locale)));
      assertThat(message.fields().keySet())
          .allSatisfy(
              name -> assertThat(name).matches("(character_string|thing|amount|time)[1-4]"));
      assertThat(message.fields().values())
          .allSatisfy(value -> assertThat(value).isNotBlank().doesNotContain("…", "{{"));
    }
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
    String sent = SmsComposer.of(DOMESTIC).compose("山间茶铺", text, type.purpose()).sent();

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

  private static Map<String, Object> least(NoticeType type, Locale locale) {
    return Letters.required(type.variables(), Letters.sample(type, locale));
  }
}
