package dev.shopbell.benchmarks;

import java.util.List;

/**
 * The letter as a careful person writes it without an engine: a builder of the right size, the
 * fixed parts as constants, each value escaped.
 */
final class HandWritten {
  private final List<String> parts;
  private final int size;

  /** Takes the fixed parts from the template, split at its tags. */
  HandWritten(String template, int size) {
    String flat =
        template.replace("{{#goods}}\n", "{{#goods}}").replace("{{/goods}}\n", "{{/goods}}");
    this.parts = List.of(flat.split("\\{\\{[^}]*}}", -1));
    this.size = size;
  }

  String render(Order order) {
    StringBuilder out = new StringBuilder(size);
    out.append(parts.get(0));
    escape(order.number(), out);
    out.append(parts.get(1));
    escape(order.name(), out);
    out.append(parts.get(2));
    escape(order.number(), out);
    out.append(parts.get(3));
    escape(order.paidAt(), out);
    out.append(parts.get(4));
    for (Order.Item item : order.goods()) {
      out.append(parts.get(5));
      escape(item.title(), out);
      out.append(parts.get(6));
      escape(item.options(), out);
      out.append(parts.get(7));
      out.append(item.quantity());
      out.append(parts.get(8));
      escape(item.price(), out);
      out.append(parts.get(9));
    }
    out.append(parts.get(10));
    escape(order.total(), out);
    out.append(parts.get(11));
    escape(order.link(), out);
    out.append(parts.get(12));
    escape(order.shop(), out);
    out.append(parts.get(13));
    return out.toString();
  }

  private static void escape(String value, StringBuilder out) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
