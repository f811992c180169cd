package dev.shopbell.templates;

import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Secret;
import dev.shopbell.notice.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Data to look at the stock set with, in each language: as it usually is, and as long as it may be.
 * A list's items stand under {@code goods.1.name}, {@code goods.2.name}.
 */
final class StockSamples {
  private static final int MOST_ITEMS = 12;

  private final Map<String, String> samples;

  private StockSamples(Map<String, String> samples) {
    this.samples = samples;
  }

  /** Every variable with a sample. */
  static Map<String, Object> usual(NoticeType type, Locale locale) {
    return new StockSamples(StockText.samples(type.name(), locale)).values("", type.variables());
  }

  /** The same with texts and lists as long as they may be, within a dozen items. */
  static Map<String, Object> worst(NoticeType type, Locale locale) {
    return stretched(type.variables(), usual(type, locale));
  }

  private Map<String, Object> values(String before, List<Variable> variables) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Variable variable : variables) {
      String key = before + variable.name();
      if (variable.kind() == Variable.Kind.LIST) {
        values.put(variable.name(), items(key, variable));
      } else if (samples.containsKey(key)) {
        values.put(variable.name(), value(variable, samples.get(key)));
      } else if (before.isEmpty()) {
        throw new IllegalStateException("there is no sample of " + key + ": add one");
      }
    }
    return values;
  }

  private List<Object> items(String key, Variable list) {
    List<Object> items = new ArrayList<>();
    for (int i = 1; has(key + "." + i); i++) {
      items.add(values(key + "." + i + ".", list.fields()));
    }
    if (items.isEmpty()) {
      throw new IllegalStateException("there is no sample of " + key + ".1: add one");
    }
    return items;
  }

  private boolean has(String item) {
    return samples.keySet().stream().anyMatch(key -> key.startsWith(item + "."));
  }

  private static Object value(Variable variable, String text) {
    return switch (variable.kind()) {
      case NUMBER -> Integer.valueOf(text);
      case FLAG -> Boolean.valueOf(text);
      case SECRET -> Secret.reference(text);
      default -> text;
    };
  }

  private static Map<String, Object> stretched(List<Variable> variables, Map<?, ?> values) {
    Map<String, Object> stretched = new LinkedHashMap<>();
    for (Variable variable : variables) {
      Object value = values.get(variable.name());
      if (value instanceof String text && variable.kind() == Variable.Kind.TEXT) {
        stretched.put(variable.name(), repeated(text, variable.longest()));
      } else if (value instanceof List<?> list) {
        stretched.put(variable.name(), repeated(list, variable));
      } else if (value != null) {
        stretched.put(variable.name(), value);
      }
    }
    return stretched;
  }

  private static String repeated(String text, int longest) {
    String between = text.indexOf(' ') < 0 ? "" : " ";
    String repeated = (text + between).repeat(longest / text.length() + 1);
    return repeated.substring(0, longest).strip();
  }

  private static List<Object> repeated(List<?> list, Variable variable) {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_ITEMS, variable.longest()); i++) {
      items.add(stretched(variable.fields(), (Map<?, ?>) list.get(i % list.size())));
    }
    return items;
  }
}
