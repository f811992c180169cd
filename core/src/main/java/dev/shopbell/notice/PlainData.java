package dev.shopbell.notice;

import dev.shopbell.internal.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies a caller's data into an immutable tree of plain values: Map with String keys, List,
 * String, whole and decimal numbers, boolean, {@link Secret}. Anything else is refused by its path,
 * so that nothing a template is given can run code or change under it.
 */
final class PlainData {
  private static final int DEEPEST = 12;
  private static final int MOST_VALUES = 10_000;
  private static final int MOST_CHARACTERS = 200_000;

  private int values;
  private int characters;

  private PlainData() {}

  static Map<String, Object> copyOf(Map<String, ?> data) {
    return new PlainData().map("data", data, 0);
  }

  static boolean holdsSecret(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(PlainData::holdsSecret);
    }
    return value instanceof List<?> list
        ? list.stream().anyMatch(PlainData::holdsSecret)
        : value instanceof Secret;
  }

  private Map<String, Object> map(String path, Map<?, ?> map, int depth) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (!(key instanceof String name) || name.isEmpty()) {
            throw new InvalidNoticeException(path, "has a key that is no text: name each value");
          }
          if (name.length() > 100 || Text.firstBreak(name) >= 0) {
            throw new InvalidNoticeException(
                path, "has a name that is no line of at most 100 characters");
          }
          copy.put(name, value(path + "." + name, value, depth + 1));
        });
    return Collections.unmodifiableMap(copy);
  }

  private List<Object> list(String path, List<?> list, int depth) {
    List<Object> copy = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      copy.add(value(path + "[" + i + "]", list.get(i), depth + 1));
    }
    return Collections.unmodifiableList(copy);
  }

  private Object value(String path, @Nullable Object value, int depth) {
    if (++values > MOST_VALUES || depth > DEEPEST) {
      throw new InvalidNoticeException(
          path, "is too much: at most 10,000 values, nested 12 deep, are allowed");
    }
    if (value instanceof String text) {
      return text(path, text);
    }
    if (value instanceof Map<?, ?> map) {
      return map(path, map, depth);
    }
    if (value instanceof List<?> list) {
      return list(path, list, depth);
    }
    if (value != null && isPlain(value)) {
      return value;
    }
    if (value instanceof Double) {
      throw new InvalidNoticeException(path, "is not finite: give a number that is");
    }
    throw new InvalidNoticeException(
        path,
        (value == null ? "is null: leave it out" : "is a " + value.getClass().getName())
            + "; data is Map, List, String, number, boolean and Secret");
  }

  private String text(String path, String text) {
    characters += text.length();
    if (characters > MOST_CHARACTERS) {
      throw new InvalidNoticeException(path, "is too much: at most 200,000 characters are allowed");
    }
    return text;
  }

  private static boolean isPlain(Object value) {
    return value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value.getClass() == BigInteger.class
        || value.getClass() == BigDecimal.class
        || value instanceof Secret
        || (value instanceof Double number && Double.isFinite(number));
  }
}
