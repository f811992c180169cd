package dev.shopbell.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shopbell.notice.Secret;
import dev.shopbell.notice.Variable;
import dev.shopbell.notice.Variable.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderDataTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zh-CN | 129.00 CNY   | ¥129.00
          zh-TW | 129.00 CNY   | CN¥129.00
          en    | 129.00 CNY   | CN¥129.00
          en-US | 1234.5 USD   | $1,234.50
          en-US | -5 USD       | -$5.00
          es    | 129.00 CNY   | 129,00 CNY
          es    | 1234567 EUR  | 1.234.567,00 €
          de    | 1234.5 EUR   | 1.234,50 €
          en-US | 1500 JPY     | ¥1,500
          en-US | 1.5 KWD      | KWD1.500
          en-US | 0.1234 USD   | $0.1234
          en-US | 12 XXX       | ¤12
          zh-TW | 2070 TWD     | $2,070
          zh-TW | 2070.50 TWD  | $2,070.50
          """)
  void writesMoneyInTheReadersLanguage(String locale, String money, String written) {
    assertThat(one(Kind.MONEY, money, locale, "UTC")).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es", "de", "ru", "pl", "sv", "cs"})
  void writesNoSpaceThatWouldCostATextMessageItsAlphabet(String locale) {
    String written =
        one(Kind.MONEY, "1234567.5 EUR", locale, "UTC")
            + " "
            + one(Kind.NUMBER, 1_234_567.5, locale, "UTC")
            + " "
            + one(Kind.INSTANT, "2026-11-22T00:30:00Z", locale, "UTC");

    assertThat(written).doesNotContain("\u00A0", "\u202F");
  }

  @Test
  void losesNoDigitOfAnAmount() {
    assertThat(one(Kind.MONEY, "999999999999999.9999 CNY", "zh-CN", "UTC"))
        .isEqualTo("¥999,999,999,999,999.9999");
  }

  @ParameterizedTest
  @CsvSource({
    "en,'1,234.5'",
    "zh-CN,'1,234.5'",
    "es-MX,'1,234.5'",
    "de,'1.234,5'",
    "fr,'1 234,5'",
    "tr,'1.234,5'",
  })
  void writesNumbersInTheReadersLanguage(String locale, String written) {
    assertThat(one(Kind.NUMBER, 1234.5, locale, "UTC")).isEqualTo(written);
    assertThat(one(Kind.NUMBER, new BigDecimal("1234.50"), locale, "UTC")).isEqualTo(written);
  }

  @Test
  void writesWholeNumbersOfAnySize() {
    assertThat(one(Kind.NUMBER, 0, "en", "UTC")).isEqualTo("0");
    assertThat(one(Kind.NUMBER, Long.MIN_VALUE, "en", "UTC"))
        .isEqualTo("-9,223,372,036,854,775,808");
    assertThat(one(Kind.NUMBER, BigInteger.TEN.pow(20), "en", "UTC"))
        .isEqualTo("100,000,000,000,000,000,000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en    | UTC                 | Nov 21, 2026, 4:30 PM
          en    | Asia/Shanghai       | Nov 22, 2026, 12:30 AM
          en-GB | America/New_York    | 21 Nov 2026, 11:30
          zh-CN | Asia/Shanghai       | 2026年11月22日 00:30
          zh-TW | Asia/Taipei         | 2026年11月22日 00:30
          zh-CN | America/New_York    | 2026年11月21日 11:30
          de    | Pacific/Kiritimati  | 22.11.2026, 06:30
          es    | Europe/Madrid       | 21 nov 2026 17:30
          """)
  void writesAMomentInTheReadersLanguageAndZone(String locale, String zone, String written) {
    assertThat(one(Kind.INSTANT, "2026-11-22T00:30:00+08:00", locale, zone)).isEqualTo(written);
    assertThat(one(Kind.INSTANT, "2026-11-21T16:30:00Z", locale, zone)).isEqualTo(written);
  }

  @Test
  void leavesTextLinksAndFlagsAsTheyAre() {
    assertThat(one(Kind.TEXT, "1234.5 USD", "de", "UTC")).isEqualTo("1234.5 USD");
    assertThat(one(Kind.LINK, "https://shop.example/?a=1234", "de", "UTC"))
        .isEqualTo("https://shop.example/?a=1234");
    assertThat(one(Kind.FLAG, true, "de", "UTC")).isEqualTo(true);
  }

  @Test
  void putsALinkInPlaceOfEachSecretAtAnyDepth() {
    List<Variable> variables =
        List.of(
            Variable.of("card", Kind.SECRET),
            Variable.list("goods", Variable.of("key", Kind.SECRET)));
    Map<String, Object> data =
        Map.of(
            "card",
            Secret.reference("vault-1"),
            "goods",
            List.of(
                Map.of("key", Secret.reference("vault-2")),
                Map.of("key", Secret.reference("vault-3"))));

    assertThat(written(variables, data, "en"))
        .isEqualTo(
            Map.of(
                "card",
                "https://view.example/1",
                "goods",
                List.of(
                    Map.of("key", "https://view.example/2"),
                    Map.of("key", "https://view.example/3"))));
  }

  @Test
  void writesEachItemOfAListInTheReadersLanguage() {
    List<Variable> variables =
        List.of(
            Variable.list(
                "goods",
                Variable.of("name", Kind.TEXT),
                Variable.of("price", Kind.MONEY),
                Variable.list("parts", Variable.of("count", Kind.NUMBER))));

    assertThat(
            written(
                variables,
                Map.of(
                    "goods",
                    List.of(
                        Map.of(
                            "name",
                            "Tea",
                            "price",
                            "1.5 EUR",
                            "parts",
                            List.of(Map.of("count", 1000))))),
                "de"))
        .hasToString(
            "{goods=[{name=Tea, price=1,50 €, priceAmount=1.5, priceCurrency=EUR,"
                + " parts=[{count=1.000, countPlain=1000}]}]}");
  }

  @Test
  void givesOnlyWhatIsDeclaredInTheOrderItIsDeclared() {
    List<Variable> variables =
        List.of(
            Variable.of("b", Kind.TEXT),
            Variable.of("a", Kind.TEXT),
            Variable.of("missing", Kind.TEXT).optional());

    Map<String, Object> written =
        written(variables, Map.of("a", "1", "b", "2", "other", "3"), "en");

    assertThat(written).containsExactly(Map.entry("b", "2"), Map.entry("a", "1"));
  }

  @Test
  void givesWhatCannotBeChanged() {
    Map<String, Object> written =
        written(
            List.of(Variable.list("goods", Variable.of("name", Kind.TEXT))),
            Map.of("goods", List.of(Map.of("name", "Tea"))),
            "en");
    List<?> goods = (List<?>) written.get("goods");
    Map<?, ?> item = (Map<?, ?>) goods.get(0);

    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(written::clear);
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(goods::clear);
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(item::clear);
  }

  private static Map<String, Object> written(
      List<Variable> variables, Map<String, Object> data, String locale) {
    return ReaderData.of(
        variables,
        data,
        Locale.forLanguageTag(locale),
        ZoneOffset.UTC,
        secret -> "https://view.example/" + secret.reference().replace("vault-", ""));
  }

  private static Object one(Kind kind, Object value, String locale, String zone) {
    return ReaderData.of(
            List.of(Variable.of("value", kind)),
            Map.of("value", value),
            Locale.forLanguageTag(locale),
            ZoneId.of(zone),
            secret -> "")
        .getOrDefault("value", "");
  }

  @Test
  void putsFormsForMachinesBesideThoseForReaders() {
    List<Variable> variables =
        List.of(
            Variable.of("total", Kind.MONEY),
            Variable.of("paidAt", Kind.INSTANT),
            Variable.of("count", Kind.NUMBER));
    Map<String, Object> written =
        written(
            variables,
            Map.of("total", "1234.50 EUR", "paidAt", "2026-11-22T08:30:00Z", "count", 1200),
            "es");

    assertThat(written)
        .containsEntry("totalAmount", "1234.50")
        .containsEntry("totalCurrency", "EUR")
        .containsEntry("paidAtIso", "2026-11-22T08:30:00Z")
        .containsEntry("countPlain", "1200");
  }

  @Test
  void aVariableThatIsDeclaredIsNoFormForMachines() {
    List<Variable> variables =
        List.of(Variable.of("totalAmount", Kind.TEXT), Variable.of("total", Kind.MONEY));

    assertThat(written(variables, Map.of("total", "1.00 EUR", "totalAmount", "much"), "es"))
        .containsEntry("totalAmount", "much");
  }

  @Test
  void writesArabicWithOneKindOfDigits() {
    assertThat(one(Kind.MONEY, "1234.50 SAR", "ar", "UTC"))
        .asString()
        .contains("1,234.50")
        .doesNotContainPattern("[٠-٩]");
    assertThat(one(Kind.INSTANT, "2026-11-22T08:30:00Z", "ar", "UTC"))
        .isEqualTo("22 نوفمبر 2026، 8:30 ص");
  }
}
