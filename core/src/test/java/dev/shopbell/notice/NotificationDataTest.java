package dev.shopbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The data that a notification carries, and how much of it. */
class NotificationDataTest {
  private static final String PLAIN = "; data is Map, List, String, number, boolean and Secret";

  @Test
  void keepsDataOfItsOwnAtEveryDepth() {
    Map<String, Object> item = new HashMap<>(Map.of("name", "Tea"));
    List<Object> goods = new ArrayList<>(List.of(item));
    Map<String, Object> data = new HashMap<>(Map.of("goods", goods));
    Notification paid = Notification.of("order.paid", NotificationTest.ANN, data);

    item.put("name", "Coffee");
    goods.add("more");
    data.put("more", "more");

    assertThat(paid.data()).isEqualTo(Map.of("goods", List.of(Map.of("name", "Tea"))));
  }

  @Test
  void givesDataThatCannotBeChangedAtAnyDepth() {
    Notification paid =
        Notification.of(
            "order.paid", NotificationTest.ANN, Map.of("goods", List.of(Map.of("name", "Tea"))));
    List<?> goods = (List<?>) paid.data().get("goods");
    Map<?, ?> item = (Map<?, ?>) goods.get(0);

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> paid.data().put("more", 1));
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(goods::clear);
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(item::clear);
  }

  @Test
  void takesEveryPlainValueAsItIs() {
    Map<String, Object> data =
        Map.of(
            "text",
            "two\nlines",
            "flag",
            true,
            "int",
            1,
            "long",
            2L,
            "big",
            new BigInteger("123456789012345678901234567890"),
            "decimal",
            new BigDecimal("1.50"),
            "double",
            1.5,
            "secret",
            Secret.reference("vault-77"),
            "list",
            List.of(1, "a", List.of(), Map.of()));

    assertThat(Notification.of("order.paid", NotificationTest.ANN, data).data()).isEqualTo(data);
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void refusesAnyOtherValueByItsPath(Object value, String problem) {
    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(
            () ->
                Notification.of(
                    "order.paid",
                    NotificationTest.ANN,
                    Map.of("goods", List.of(1, Map.of("price", value)))))
        .withMessage("data.goods[1].price " + problem + PLAIN)
        .extracting(InvalidNoticeException::field)
        .isEqualTo("data.goods[1].price");
  }

  private static Stream<Arguments> foreign() {
    return Stream.of(
        Arguments.of(1.5f, "is a java.lang.Float"),
        Arguments.of((short) 1, "is a java.lang.Short"),
        Arguments.of('c', "is a java.lang.Character"),
        Arguments.of(new StringReader("private"), "is a java.io.StringReader"),
        Arguments.of(Instant.EPOCH, "is a java.time.Instant"),
        Arguments.of(URI.create("https://shop.example"), "is a java.net.URI"),
        Arguments.of(Optional.of("private"), "is a java.util.Optional"),
        Arguments.of(Origin.OWN, "is a dev.shopbell.notice.Origin"),
        Arguments.of(new String[] {"private"}, "is a [Ljava.lang.String;"),
        Arguments.of(new HashSet<>(List.of("private")), "is a java.util.HashSet"),
        Arguments.of(NotificationTest.ANN, "is a dev.shopbell.notice.Recipient"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesANumberThatIsNone(double value) {
    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(
            () -> Notification.of("order.paid", NotificationTest.ANN, Map.of("price", value)))
        .extracting(InvalidNoticeException::field)
        .isEqualTo("data.price");
  }

  @Test
  void refusesNullByItsPath() {
    Map<String, Object> item = new HashMap<>();
    item.put("price", null);
    List<Object> goods = new ArrayList<>();
    goods.add(null);

    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(() -> Notification.of("order.paid", NotificationTest.ANN, item))
        .withMessage("data.price is null: leave it out" + PLAIN);
    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(
            () -> Notification.of("order.paid", NotificationTest.ANN, Map.of("goods", goods)))
        .withMessage("data.goods[0] is null: leave it out" + PLAIN);
  }

  @Test
  void refusesAKeyThatIsNoText() {
    Map<String, Object> nullKey = new HashMap<>();
    nullKey.put(null, 1);

    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(
            () -> Notification.of("order.paid", NotificationTest.ANN, Map.of("a", Map.of(1, "x"))))
        .withMessage("data.a has a key that is no text: name each value");
    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(() -> Notification.of("order.paid", NotificationTest.ANN, nullKey))
        .withMessage("data has a key that is no text: name each value");
    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(() -> Notification.of("order.paid", NotificationTest.ANN, Map.of("", "x")))
        .withMessage("data has a key that is no text: name each value");
  }

  @Test
  void refusesAKeyOfMoreThanALine() {
    for (String name : List.of("a\nb", "x".repeat(101))) {
      assertThatExceptionOfType(InvalidNoticeException.class)
          .isThrownBy(() -> Notification.of("order.paid", NotificationTest.ANN, Map.of(name, 1)))
          .withMessage("data has a name that is no line of at most 100 characters");
    }
  }

  @Test
  void takesDataNestedTwelveDeepAndNoDeeper() {
    assertThat(Notification.of("order.paid", NotificationTest.ANN, Map.of("a", nested(11))).data())
        .hasSize(1);
    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(
            () -> Notification.of("order.paid", NotificationTest.ANN, Map.of("a", nested(12))))
        .withMessage(
            "data.a%s is too much: at most 10,000 values, nested 12 deep, are allowed",
            "[0]".repeat(12));
  }

  @Test
  void refusesDataThatHoldsItself() {
    Map<String, Object> data = new HashMap<>();
    data.put("a", data);

    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(() -> Notification.of("order.paid", NotificationTest.ANN, data))
        .withMessageContaining("is too much: at most 10,000 values, nested 12 deep, are allowed");
  }

  @Test
  void takesTenThousandValuesAndNoMore() {
    List<Object> most = Collections.nCopies(9_999, 1);

    assertThat(Notification.of("order.paid", NotificationTest.ANN, Map.of("a", most)).data())
        .isEqualTo(Map.of("a", most));
    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(
            () ->
                Notification.of(
                    "order.paid",
                    NotificationTest.ANN,
                    Map.of("a", Collections.nCopies(10_000, 1))))
        .withMessage(
            "data.a[9999] is too much: at most 10,000 values, nested 12 deep, are allowed");
  }

  @Test
  void takesTwoHundredThousandCharactersAndNoMore() {
    List<String> most = Collections.nCopies(2, "x".repeat(100_000));

    assertThat(Notification.of("order.paid", NotificationTest.ANN, Map.of("a", most)).data())
        .isEqualTo(Map.of("a", most));
    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(
            () ->
                Notification.of(
                    "order.paid",
                    NotificationTest.ANN,
                    Map.of("a", List.of("x".repeat(200_000), "y"))))
        .withMessage("data.a[1] is too much: at most 200,000 characters are allowed");
  }

  @Test
  void knowsASecretAtAnyDepth() {
    Secret card = Secret.reference("vault-77");

    assertThat(Notification.of("t", NotificationTest.ANN, Map.of("card", card)).holdsSecret())
        .isTrue();
    assertThat(
            Notification.of(
                    "t",
                    NotificationTest.ANN,
                    Map.of("goods", List.of(Map.of("cards", List.of(card)))))
                .holdsSecret())
        .isTrue();
    assertThat(
            Notification.of("t", NotificationTest.ANN, Map.of("card", "Secret[***]")).holdsSecret())
        .isFalse();
  }

  private static Object nested(int lists) {
    Object value = "x";
    for (int i = 0; i < lists; i++) {
      value = List.of(value);
    }
    return value;
  }
}
