package dev.shopbell.templates.mustache;

import java.math.BigDecimal;

/** Numbers as text: digits and a point, never an exponent, but for the outlandish. */
final class Numbers {
  private static final int MOST_ZEROS = 400;

  private Numbers() {}

  static String text(Number number) {
    if (number instanceof BigDecimal decimal) {
      return text(decimal);
    }
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      boolean isWhole = Math.rint(value) == value && Math.abs(value) < 1e15;
      return isWhole ? Long.toString((long) value) : text(new BigDecimal(number.toString()));
    }
    return number.toString();
  }

  private static String text(BigDecimal decimal) {
    boolean isPlain = Math.abs((long) decimal.scale()) <= MOST_ZEROS;
    return isPlain ? decimal.toPlainString() : decimal.toString();
  }
}
