package dev.shopbell.templates;

import static dev.shopbell.notice.Variable.Kind.INSTANT;
import static dev.shopbell.notice.Variable.Kind.LINK;
import static dev.shopbell.notice.Variable.Kind.MONEY;
import static dev.shopbell.notice.Variable.Kind.NUMBER;
import static dev.shopbell.notice.Variable.Kind.TEXT;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypeBuilder;
import dev.shopbell.notice.Payer;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Route;
import dev.shopbell.notice.Variable;
import java.time.Duration;
import java.util.List;

/** The types of the stock set, with the variables that a caller gives. */
final class StockTypes {
  private static final Variable ORDER_NUMBER = Variable.of("orderNumber", TEXT);
  private static final Variable NAME = Variable.of("name", TEXT).optional();
  private static final Variable TOTAL = Variable.of("total", MONEY);
  private static final Variable SHIPPING = Variable.of("shipping", MONEY).optional();
  private static final Variable DISCOUNT = Variable.of("discount", MONEY).optional();
  private static final Variable PAID_AT = Variable.of("paidAt", INSTANT);
  private static final Variable ORDER_LINK = Variable.of("orderLink", LINK).optional();
  private static final Variable ADMIN_LINK = Variable.of("adminLink", LINK).optional();

  /** The price is that of one piece. */
  private static final Variable GOODS = goods(Variable.of("price", MONEY));

  /** A caller has one list of goods for the whole order, so its prices are welcome here too. */
  private static final Variable SHIPPED_GOODS =
      goods(Variable.of("price", MONEY).optional()).optional();

  private static final Variable COUPON =
      Variable.list(
              "coupon",
              Variable.of("code", TEXT),
              Variable.of("offer", TEXT),
              Variable.of("until", INSTANT))
          .optional();

  private static final NoticeType PLACED =
      forBuyer("order.placed")
          .expires(Duration.ofDays(1))
          .variables(
              ORDER_NUMBER,
              NAME,
              GOODS,
              SHIPPING,
              DISCOUNT,
              TOTAL,
              Variable.of("payBefore", INSTANT).optional(),
              ORDER_LINK)
          .build();

  private static final NoticeType PAID =
      forBuyer("order.paid")
          .payer(Payer.PLATFORM)
          .expires(Duration.ofDays(3))
          .variables(
              ORDER_NUMBER,
              NAME,
              GOODS,
              SHIPPING,
              DISCOUNT,
              TOTAL,
              PAID_AT,
              ORDER_LINK,
              Variable.of("guideLink", LINK).optional(),
              Variable.of("supportLink", LINK).optional(),
              Variable.of("communityLink", LINK).optional(),
              COUPON,
              ADMIN_LINK)
          .build();

  private static final NoticeType SHIPPED =
      forBuyer("order.shipped")
          .expires(Duration.ofDays(7))
          .variables(
              ORDER_NUMBER,
              NAME,
              SHIPPED_GOODS,
              Variable.of("carrier", TEXT),
              Variable.of("trackingNumber", TEXT),
              Variable.of("trackingLink", LINK).optional())
          .build();

  private static final NoticeType ADMIN_ORDER_NEW =
      NoticeType.builder("admin.order.new", Purpose.TRANSACTIONAL, Route.firstOf(Channel.EMAIL))
          .forAdminsBeside("order.paid")
          .expires(Duration.ofDays(3))
          .variables(ORDER_NUMBER, NAME, GOODS, SHIPPING, DISCOUNT, TOTAL, PAID_AT, ADMIN_LINK)
          .build();

  static final List<NoticeType> ALL = List.of(PLACED, PAID, SHIPPED, ADMIN_ORDER_NEW);

  private StockTypes() {}

  private static NoticeTypeBuilder forBuyer(String name) {
    return NoticeType.builder(
        name, Purpose.TRANSACTIONAL, Route.firstOf(Channel.EMAIL, Channel.SMS));
  }

  private static Variable goods(Variable price) {
    return Variable.list(
        "goods",
        Variable.of("name", TEXT),
        Variable.of("options", TEXT).optional(),
        Variable.of("quantity", NUMBER),
        price);
  }
}
