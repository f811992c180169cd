package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.template.EmailContent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not be wrong: money, and what is sold as a secret. */
class StockPaymentsTest {
  private static final NoticeType PAID = StockTemplates.types().get("order.paid");
  private static final List<String> PROBLEMS =
      List.of(
          "problemNoFunds",
          "problemCardExpired",
          "problemLimit",
          "problemNotConfirmed",
          "problemTimedOut",
          "problemDeclined");
  private static final Map<String, String> KEPT =
      Map.of(
          "zh-CN", "货还为您留着",
          "zh-TW", "商品還幫您留著",
          "en", "still reserved for you",
          "es", "siguen reservados",
          "ar", "محجوزة لك");
  private static final List<String> PAID_BLOCKS =
      List.of("orderLink", "guideLink", "supportLink", "communityLink", "coupon");

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

  @Tag("template-05")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#languages")
  void aFailedPaymentHasOneLinkToPayAndAReasonAndInvitesAReply(Locale locale) {
    NoticeType failed = StockTemplates.types().get("payment.failed");
    Map<String, Object> data = new HashMap<>(Letters.sample(failed, locale));
    Set<String> letters = new HashSet<>();
    for (String problem : PROBLEMS) {
      PROBLEMS.forEach(other -> data.put(other, other.equals(problem)));
      EmailContent letter = Letters.letter(Letters.PLAIN, failed, locale, data);
      letters.add(letter.text());

      assertThat(Letters.elements(Letters.parsed(letter.html()), "a"))
          .extracting(link -> link.getAttribute("href"))
          .containsExactly(
              "https://shop.example/pay/SO-20261122-1001", "mailto:hello@shop.example");
      assertThat(letter.text()).contains(KEPT.get(locale.toLanguageTag()));
    }
    assertThat(letters).hasSize(PROBLEMS.size());
  }

  @Tag("template-06")
  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#languages")
  void aDownloadIsALinkToViewItAlone(Locale locale) {
    NoticeType ready = StockTemplates.types().get("digital.ready");
    EmailContent letter =
        Letters.letter(Letters.PLAIN, ready, locale, Letters.sample(ready, locale));

    assertThat(letter.html())
        .contains("href=\"https://view.example\"")
        .doesNotContain("sample-card", "sample-course");
  }

  private static EmailContent paid(Locale locale, Map<String, Object> data) {
    return Letters.letter(Letters.PLAIN, PAID, locale, data);
  }
}
