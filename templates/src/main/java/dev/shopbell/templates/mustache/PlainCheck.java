package dev.shopbell.templates.mustache;

import dev.shopbell.templates.engine.Place;
import dev.shopbell.templates.engine.TemplateException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks through all of a caller's data before anything is rendered: Map with String keys, List,
 * String, number, boolean. So nothing that a template can reach can run code.
 */
final class PlainCheck {
  private static final int DEEPEST = 64;
  private static final int MOST_VALUES = 200_000;
  private static final int LONGEST_NUMBER = 4_096;

  private final String template;
  private int values;

  private PlainCheck(String template) {
    this.template = template;
  }

  static void check(String template, @Nullable Object data) {
    new PlainCheck(template).value(data, 0);
  }

  /** Its own depth is bounded, since a caller's data may hold itself. */
  private void value(@Nullable Object value, int depth) {
    if (value instanceof String && ++values <= MOST_VALUES) {
      return;
    }
    if (++values > MOST_VALUES || depth > DEEPEST) {
      throw refused("is too much: at most 200,000 values, nested 64 deep, are allowed");
    }
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (!(entry.getKey() instanceof String)) {
          throw refused("has a key that is no text: name each value");
        }
        value(entry.getValue(), depth + 1);
      }
    } else if (value instanceof List<?> list) {
      for (Object item : list) {
        value(item, depth + 1);
      }
    } else if (value != null && !(value instanceof String) && !(value instanceof Boolean)) {
      number(value);
    }
  }

  private void number(Object value) {
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return;
    }
    if (value instanceof Double || value instanceof Float) {
      if (!Double.isFinite(((Number) value).doubleValue())) {
        throw refused("has a number that is not finite: give one that is");
      }
    } else if (value.getClass() == BigDecimal.class || value.getClass() == BigInteger.class) {
      BigInteger digits =
          value instanceof BigDecimal decimal ? decimal.unscaledValue() : (BigInteger) value;
      if (digits.bitLength() > LONGEST_NUMBER) {
        throw refused("has a number of more than a thousand digits: give it as text");
      }
    } else if (value.getClass() != Byte.class) {
      throw refused(
          "has a value of "
              + value.getClass().getName()
              + ": give Map, List, String, number or boolean");
    }
  }

  private TemplateException refused(String problem) {
    return new TemplateException(Place.of(template), "the data " + problem);
  }
}
