package dev.shopbell.templates;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One order in each language, with every variable that a type of the stock set declares. */
final class StockSamples {
  private static final Map<String, Object> ENGLISH =
      Map.ofEntries(
          Map.entry("orderNumber", "SO-20261122-1001"),
          Map.entry("name", "Emily"),
          Map.entry(
              "goods",
              List.of(
                  goods("White Peony, spring harvest", "100 g tin", 2, "24.00 USD"),
                  goods("Stoneware gaiwan", "Moss green, 120 ml", 1, "38.00 USD"))),
          Map.entry("shipping", "6.00 USD"),
          Map.entry("discount", "8.60 USD"),
          Map.entry("total", "83.40 USD"),
          Map.entry("payBefore", "2026-11-23T08:30:00Z"),
          Map.entry("paidAt", "2026-11-22T08:30:00Z"),
          Map.entry("orderLink", "https://shop.example/orders/SO-20261122-1001"),
          Map.entry("guideLink", "https://shop.example/guides/brewing-white-tea"),
          Map.entry("supportLink", "https://shop.example/help"),
          Map.entry("communityLink", "https://shop.example/tea-table"),
          Map.entry("coupon", List.of(coupon("AGAIN10", "10% off"))),
          Map.entry("adminLink", "https://platform.example/admin/orders/SO-20261122-1001"),
          Map.entry("carrier", "DHL"),
          Map.entry("trackingNumber", "JD014600006281234567"),
          Map.entry("trackingLink", "https://carrier.example/track/JD014600006281234567"));

  private static final Map<String, Object> CHINESE =
      Map.ofEntries(
          Map.entry("orderNumber", "SO-20261122-1001"),
          Map.entry("name", "林晓"),
          Map.entry(
              "goods",
              List.of(
                  goods("福鼎白牡丹 2026 春茶", "100 克罐装", 2, "168.00 CNY"),
                  goods("粗陶手绘盖碗", "苔绿，120 毫升", 1, "98.00 CNY"))),
          Map.entry("shipping", "12.00 CNY"),
          Map.entry("discount", "43.40 CNY"),
          Map.entry("total", "402.60 CNY"),
          Map.entry("payBefore", "2026-11-23T08:30:00Z"),
          Map.entry("paidAt", "2026-11-22T08:30:00Z"),
          Map.entry("orderLink", "https://shop.example/orders/SO-20261122-1001"),
          Map.entry("guideLink", "https://shop.example/guides/brewing-white-tea"),
          Map.entry("supportLink", "https://shop.example/help"),
          Map.entry("communityLink", "https://shop.example/tea-table"),
          Map.entry("coupon", List.of(coupon("AGAIN10", "全场九折"))),
          Map.entry("adminLink", "https://platform.example/admin/orders/SO-20261122-1001"),
          Map.entry("carrier", "顺丰速运"),
          Map.entry("trackingNumber", "SF1020304050607"),
          Map.entry("trackingLink", "https://carrier.example/track/SF1020304050607"));

  private StockSamples() {}

  static Map<String, Object> in(Locale locale) {
    return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
  }

  private static Map<String, Object> goods(
      String name, String options, int quantity, String price) {
    return Map.of("name", name, "options", options, "quantity", quantity, "price", price);
  }

  private static Map<String, Object> coupon(String code, String offer) {
    return Map.of("code", code, "offer", offer, "until", "2026-11-29T15:59:00Z");
  }
}
