package dev.shopbell.benchmarks;

import io.jstach.jstache.JStache;
import java.util.List;
import java.util.Map;

/** The order that every engine writes its letter about, as an object. */
@JStache(path = "dev/shopbell/benchmarks/order.mustache")
public record Order(
    String number,
    String name,
    String paidAt,
    List<Item> goods,
    String total,
    String link,
    String shop) {
  /** One of five. */
  public record Item(String title, String options, int quantity, String price) {}

  static Order sample(String currency) {
    return new Order(
        "SO-20261122-1001",
        "Begoña Núñez & hijos",
        "22 nov 2026, 9:30",
        List.of(
            new Item("Té blanco de peonía <cosecha 2026>", "Lata de 100 g", 2, "24,00 " + currency),
            new Item("Gaiwan de gres hecho a mano", "Verde musgo, 120 ml", 1, "38,00 " + currency),
            new Item(
                "Té rojo añejo \"Pu-erh\"", "Disco de 357 g, año 2012", 1, "86,50 " + currency),
            new Item("Colador de acero inoxidable", "Diámetro 7 cm", 3, "9,90 " + currency),
            new Item("Bambú: bandeja pequeña", "30 × 20 cm", 1, "27,00 " + currency)),
        "229,20 " + currency,
        "https://tienda.example/pedidos/SO-20261122-1001?idioma=es&origen=correo",
        "La Casa del Té & Café");
  }

  /** The same as plain data. */
  Map<String, Object> plain() {
    List<Map<String, Object>> items =
        goods.stream()
            .map(
                item ->
                    Map.<String, Object>of(
                        "title", item.title(),
                        "options", item.options(),
                        "quantity", item.quantity(),
                        "price", item.price()))
            .toList();
    return Map.of(
        "number", number, "name", name, "paidAt", paidAt, "goods", items, "total", total, "link",
        link, "shop", shop);
  }
}
