package dev.shopbell.templates.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.shopbell.notice.Audience;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.notice.Secret;
import dev.shopbell.notice.Variable;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StockEventTest {
  private static final NoticeTypes TYPES = NoticeTypes.of(EventTypes.all());
  private static final Money PRICE = Money.of("24.00", "USD");
  private static final Order ORDER = Order.of("SO-1").name("Emily");
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  @Tag("template-01")
  void coverTheOrdersWholeLife() {
    assertThat(TYPES.all())
        .extracting(NoticeType::name)
        .containsExactly(
            "order.placed",
            "payment.reminder",
            "order.paid",
            "payment.failed",
            "order.abnormal",
            "order.cancelled",
            "order.delayed",
            "order.shipped",
            "order.out-for-delivery",
            "order.delivered",
            "digital.ready",
            "refund.requested",
            "refund.agreed",
            "refund.refused",
            "group.joined",
            "group.succeeded",
            "group.failed",
            "aftersales.updated",
            "review.invited",
            "repurchase.offered",
            "admin.order.new",
            "admin.order.abnormal",
            "admin.sms.low",
            "admin.domain.changed",
            "admin.agent.reviewed");
  }

  @Test
  @Tag("template-01")
  void eachSaysWhyItIsSentAndToWhom() {
    assertThat(TYPES.all())
        .filteredOn(type -> type.purpose() == Purpose.MARKETING)
        .extracting(NoticeType::name)
        .containsExactly("review.invited", "repurchase.offered");
    assertThat(TYPES.all())
        .allSatisfy(
            type ->
                assertThat(type.audience() == Audience.ADMINS)
                    .isEqualTo(type.name().startsWith("admin.")));
  }

  @Test
  void anEventIsWhatItsTypeDeclares() {
    Item tea = Item.of("Tea", 2, PRICE).options("100 g");
    Coupon coupon = Coupon.forSevenDays("AGAIN10", "10% off", NOON, ZoneId.of("Asia/Shanghai"));
    OrderPaid paid =
        new OrderPaid(
            ORDER.link(URI.create("https://shop.example/SO-1")),
            Basket.of(List.of(tea), Money.of("48.00", "USD")),
            NOON,
            Optional.empty(),
            Addresses.shipTo("Emily", "Portland"),
            Links.NONE,
            Optional.of(coupon),
            Optional.empty());

    TYPES.get("order.paid").check(paid.data());
    assertThat(paid.data())
        .containsOnly(
            entry("orderNumber", "SO-1"),
            entry("name", "Emily"),
            entry("orderLink", "https://shop.example/SO-1"),
            entry(
                "goods",
                List.of(
                    Map.of(
                        "name", "Tea",
                        "options", "100 g",
                        "quantity", 2,
                        "price", "24.00 USD",
                        "lineTotal", "48.00 USD"))),
            entry("total", "48.00 USD"),
            entry("paidAt", "2026-11-22T12:00:00Z"),
            entry("shipTo", List.of(Map.of("line", "Emily"), Map.of("line", "Portland"))),
            entry(
                "coupon",
                List.of(
                    Map.of(
                        "code", "AGAIN10",
                        "offer", "10% off",
                        "until", "2026-11-29T15:59:00Z"))));
  }

  @Test
  void aNotificationHasTheEventsTypeAndData() {
    Notification notification =
        new GroupFailed(ORDER, new Group("Tea", 5), PRICE).to(Recipient.of("u-1"));

    assertThat(notification.type()).isEqualTo("group.failed");
    assertThat(notification.data())
        .containsEntry("groupSize", 5)
        .containsEntry("refund", "24.00 USD");
  }

  @Test
  @Tag("template-05")
  void aReasonIsOneOfThoseThatABuyerMayBeTold() {
    PaymentFailed failed =
        new PaymentFailed(
            ORDER,
            Basket.of(List.of(Item.of("Tea", 1, PRICE)), PRICE),
            PaymentProblem.DECLINED,
            Optional.empty(),
            URI.create("https://shop.example/pay"));

    TYPES.get("payment.failed").check(failed.data());
    assertThat(failed.data())
        .containsEntry("problemDeclined", true)
        .containsEntry("problemNoFunds", false);
    assertThat(TYPES.get("payment.failed").variables())
        .extracting(Variable::name)
        .doesNotContain("reason", "problem", "note");
  }

  @Test
  @Tag("template-06")
  void aDownloadHasNoKeyButASecret() {
    DigitalReady ready =
        new DigitalReady(
            ORDER,
            List.of(new Download("Gift card", Secret.reference("vault-1"))),
            Optional.empty());

    TYPES.get("digital.ready").check(ready.data());
    assertThat(Secret.in(ready.data())).containsExactly(Secret.reference("vault-1"));
    assertThat(ready.toString()).doesNotContain("vault-1", "Emily");
  }

  @Test
  @Tag("template-04")
  void aCouponIsGoodToTheEndOfItsSeventhDayByTheStoresClock() {
    assertThat(Coupon.forSevenDays("A", "B", NOON, ZoneId.of("America/Lima")).until())
        .isEqualTo(Instant.parse("2026-11-30T04:59:00Z"));
  }

  @Test
  void namesAndAddressesAreNotPrinted() {
    assertThat(ORDER).hasToString("Order[SO-1]");
    assertThat(Addresses.shipTo("Emily")).hasToString("Addresses[***]");
  }

  @Test
  void whatIsNoMoneyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of("12,50", "EUR"))
        .withMessage("\"12,50 EUR\" is no amount of money: write it as 129.00 and CNY");
    assertThat(Money.of("12.50", "EUR").times(3)).hasToString("37.50 EUR");
  }
}
