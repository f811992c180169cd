package dev.shopbell.benchmarks;

import io.jstach.jstache.JStache;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  /** The same as plain data, in the maps that a JSON parser makes. */
  Map<String, Object> plain() {
    List<Object> items = new ArrayList<>();
    for (Item item : goods) {
      Map<String, Object> plain = new LinkedHashMap<>();
      plain.put("title", item.title());
      plain.put("options", item.options());
      plain.put("quantity", item.quantity());
      plain.put("price", item.price());
      items.add(plain);
    }
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("number", number);
    plain.put("name", name);
    plain.put("paidAt", paidAt);
    plain.put("goods", items);
    plain.put("total", total);
    plain.put("link", link);
    plain.put("shop", shop);
    return plain;
  }
}
