package dev.shopbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shopbell.notice.Variable.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The data that a type of notice takes, and what it says of other data. */
class NoticeDataTest {
  private static final String MONEY = "give an amount and a currency, as in \"129.00 CNY\"";
  private static final String INSTANT =
      "give a moment with its offset, as in \"2026-11-22T08:30:00Z\"";

  @ParameterizedTest
  @MethodSource("right")
  @Tag("template-03")
  void takesAValueOfTheDeclaredKind(Kind kind, Object value) {
    NoticeType type = NoticeTypeTest.builder("a").variables(Variable.of("value", kind)).build();

    assertThatCode(() -> type.check(Map.of("value", value))).doesNotThrowAnyException();
  }

  private static Stream<Arguments> right() {
    return Stream.of(
        Arguments.of(Kind.TEXT, "x"),
        Arguments.of(Kind.TEXT, "two\nlines 🍵"),
        Arguments.of(Kind.NUMBER, 1),
        Arguments.of(Kind.NUMBER, -1L),
        Arguments.of(Kind.NUMBER, 0.5),
        Arguments.of(Kind.NUMBER, BigInteger.TEN),
        Arguments.of(Kind.NUMBER, new BigDecimal("1.25")),
        Arguments.of(Kind.FLAG, false),
        Arguments.of(Kind.MONEY, "129.00 CNY"),
        Arguments.of(Kind.MONEY, "0 JPY"),
        Arguments.of(Kind.MONEY, "-5.1234 USD"),
        Arguments.of(Kind.MONEY, "999999999999999.9999 EUR"),
        Arguments.of(Kind.INSTANT, "2026-11-22T08:30:00Z"),
        Arguments.of(Kind.INSTANT, "2026-11-22T08:30+08:00"),
        Arguments.of(Kind.INSTANT, "2026-11-22T08:30:00.123456789-03:30"),
        Arguments.of(Kind.LINK, "https://shop.example"),
        Arguments.of(Kind.LINK, "https://shop.example:8443/a?b=c&d=%E8%8C%B6#e"),
        Arguments.of(Kind.LIST, List.of(Map.of())),
        Arguments.of(Kind.SECRET, Secret.reference("vault-77")));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  @Tag("template-03")
  void refusesAValueOfAnotherKindWithoutRepeatingIt(Kind kind, Object value, String problem) {
    NoticeType type =
        NoticeTypeTest.builder("order.paid").variables(Variable.of("value", kind)).build();

    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(() -> type.check(Map.of("value", value)))
        .withMessage("data.value " + problem + " (notice type order.paid)")
        .extracting(InvalidNoticeException::field)
        .isEqualTo("data.value");
  }

  private static Stream<Arguments> wrong() {
    String otherText = "is text of another form: ";
    String https = "give an https address";
    return Stream.of(
        Arguments.of(Kind.TEXT, "", "is blank text: give text that is not blank"),
        Arguments.of(Kind.TEXT, " \u3000\n", "is blank text: give text that is not blank"),
        Arguments.of(Kind.TEXT, "\u200B\u200D\u00A0", "is blank text: give text that is not blank"),
        Arguments.of(Kind.TEXT, 1, "is of the kind Integer: give text that is not blank"),
        Arguments.of(Kind.TEXT, Map.of(), "is a map: give text that is not blank"),
        Arguments.of(
            Kind.TEXT, Secret.reference("v"), "is of the kind Secret: give text that is not blank"),
        Arguments.of(Kind.NUMBER, "12", otherText + "give a number"),
        Arguments.of(Kind.NUMBER, true, "is of the kind Boolean: give a number"),
        Arguments.of(Kind.FLAG, "true", otherText + "give true or false"),
        Arguments.of(Kind.MONEY, "129.00", otherText + MONEY),
        Arguments.of(Kind.MONEY, "129,00 CNY", otherText + MONEY),
        Arguments.of(Kind.MONEY, "CNY 129.00", otherText + MONEY),
        Arguments.of(Kind.MONEY, "129.00 cny", otherText + MONEY),
        Arguments.of(Kind.MONEY, "129.00 ZZZ", otherText + MONEY),
        Arguments.of(Kind.MONEY, "1.23456 CNY", otherText + MONEY),
        Arguments.of(Kind.MONEY, "1234567890123456 CNY", otherText + MONEY),
        Arguments.of(Kind.MONEY, "129.00 CNY\n", otherText + MONEY),
        Arguments.of(Kind.MONEY, "", "is blank text: " + MONEY),
        Arguments.of(Kind.MONEY, new BigDecimal("129.00"), "is of the kind BigDecimal: " + MONEY),
        Arguments.of(Kind.INSTANT, "2026-11-22T08:30:00", otherText + INSTANT),
        Arguments.of(Kind.INSTANT, "2026-11-22", otherText + INSTANT),
        Arguments.of(Kind.INSTANT, "2026-02-30T08:30:00Z", otherText + INSTANT),
        Arguments.of(Kind.INSTANT, 1_795_336_200L, "is of the kind Long: " + INSTANT),
        Arguments.of(Kind.LINK, "http://shop.example", otherText + https),
        Arguments.of(Kind.LINK, "//shop.example", otherText + https),
        Arguments.of(Kind.LINK, "https:///path", otherText + https),
        Arguments.of(Kind.LINK, "javascript:alert(1)", otherText + https),
        Arguments.of(Kind.LINK, "https://shop.example/a b", otherText + https),
        Arguments.of(Kind.LINK, "https://shop.example/\r\nBcc: x", otherText + https),
        Arguments.of(Kind.LIST, List.of(), "is an empty list: give a list of maps"),
        Arguments.of(Kind.LIST, Map.of(), "is a map: give a list of maps"),
        Arguments.of(Kind.LIST, "a", otherText + "give a list of maps"),
        Arguments.of(Kind.SECRET, "1234-5678", otherText + "give a Secret"),
        Arguments.of(Kind.SECRET, List.of("1234"), "is a list: give a Secret"));
  }

  @Test
  @Tag("template-03")
  void refusesDataWithoutARequiredVariableAndSaysWhatToGive() {
    NoticeType type = NoticeTypeTest.builder("order.paid").variables(NoticeTypeTest.PRICE).build();

    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(() -> type.check(Map.of()))
        .withMessage("data.price is missing: " + MONEY + " (notice type order.paid)");
  }

  @Test
  void takesDataWithoutAnOptionalVariableButNoWrongOne() {
    NoticeType type =
        NoticeTypeTest.builder("order.paid")
            .variables(
                NoticeTypeTest.NAME.optional(),
                Variable.list("goods", NoticeTypeTest.NAME).optional())
            .build();

    assertThatCode(() -> type.check(Map.of())).doesNotThrowAnyException();
    assertThatCode(() -> type.check(Map.of("goods", List.of()))).doesNotThrowAnyException();
    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(() -> type.check(Map.of("name", " ")))
        .withMessageStartingWith("data.name is blank text: give text that is not blank");
  }

  @Test
  @Tag("template-03")
  void namesAFieldOfAnItemByItsPath() {
    NoticeType type =
        NoticeTypeTest.builder("order.paid")
            .variables(Variable.list("goods", NoticeTypeTest.NAME, NoticeTypeTest.PRICE))
            .build();
    Map<String, Object> right = Map.of("name", "Tea", "price", "1.00 CNY");

    assertThatCode(() -> type.check(Map.of("goods", List.of(right)))).doesNotThrowAnyException();
    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(
            () ->
                type.check(
                    Map.of("goods", List.of(right, Map.of("name", "Tea", "price", "private")))))
        .withMessage(
            "data.goods[1].price is text of another form: " + MONEY + " (notice type order.paid)")
        .extracting(InvalidNoticeException::field)
        .isEqualTo("data.goods[1].price");
    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(() -> type.check(Map.of("goods", List.of(right, "private"))))
        .withMessage("data.goods[1] is text of another form: give a map (notice type order.paid)");
  }

  @Test
  void refusesAVariableThatIsNotDeclaredAndSuggestsTheNearest() {
    NoticeType type =
        NoticeTypeTest.builder("order.paid")
            .variables(NoticeTypeTest.NAME, NoticeTypeTest.PRICE.optional())
            .build();

    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(() -> type.check(Map.of("name", "Ann", "prise", "1 CNY")))
        .withMessage(
            "data.prise is not declared: did you mean \"price\"? Known: name, price (notice type"
                + " order.paid)");
    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(() -> NoticeTypeTest.builder("order.paid").build().check(Map.of("x", 1)))
        .withMessage("data.x is not declared: known: there are none (notice type order.paid)");
  }

  @Test
  void listsEveryProblemAtOnce() {
    NoticeType type =
        NoticeTypeTest.builder("order.paid")
            .variables(NoticeTypeTest.NAME, Variable.list("goods", NoticeTypeTest.PRICE))
            .build();

    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(
            () ->
                type.check(
                    Map.of("goods", List.of(Map.of("price", "private"), Map.of()), "nam", "Ann")))
        .withMessage(
            "data.name is missing: give text that is not blank; data.goods[0].price is text of"
                + " another form: "
                + MONEY
                + "; data.goods[1].price is missing: "
                + MONEY
                + "; data.nam is not declared: did you mean \"name\"? Known: goods, name (notice type"
                + " order.paid)");
  }

  @Test
  void listsTenProblemsAtMost() {
    NoticeType type =
        NoticeTypeTest.builder("order.paid")
            .variables(Variable.list("goods", NoticeTypeTest.NAME))
            .build();
    List<Map<String, Object>> goods = Stream.generate(Map::<String, Object>of).limit(50).toList();

    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(() -> type.check(Map.of("goods", goods)))
        .withMessageContaining("data.goods[9].name is missing")
        .withMessageNotContaining("data.goods[10]")
        .withMessageEndingWith("give text that is not blank (notice type order.paid)");
  }

  @Test
  void neverRepeatsAValue() {
    NoticeType type =
        NoticeTypeTest.builder("order.paid")
            .variables(
                Stream.of(Kind.values())
                    .filter(kind -> kind != Kind.TEXT)
                    .map(kind -> Variable.of("a" + kind.name().toLowerCase(Locale.ROOT), kind))
                    .toArray(Variable[]::new))
            .build();
    Map<String, Object> data = new LinkedHashMap<>();
    for (Variable variable : type.variables()) {
      data.put(variable.name(), "Private Words");
    }

    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(() -> type.check(data))
        .withMessageContaining("data.asecret is text of another form: give a Secret")
        .withMessageNotContaining("Private");
  }

  @Test
  void takesOfOthersDataWhatItDeclares() {
    NoticeType type =
        NoticeTypeTest.builder("admin.order.new")
            .variables(NoticeTypeTest.PRICE, NoticeTypeTest.NAME.optional())
            .build();

    assertThat(type.own(Map.of("price", "1 CNY", "goods", List.of(), "other", 1)))
        .containsExactly(Map.entry("price", "1 CNY"));
  }
}
