package dev.shopbell.templates;

import dev.shopbell.notice.Secret;
import dev.shopbell.notice.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Data to look at a template with: as it usually is, as bad as it can be, and as little. */
final class Samples {
  private static final String WORST = "<\"&'>测é\u202e🍵 {{x}} ";
  private static final int MOST_ITEMS = 20;
  private static final int LONGEST = 2_000;
  private static final int LONGEST_IN_ITEM = 200;

  private Samples() {}

  /** Each variable with its sample. */
  static Map<String, Object> usual(List<Variable> variables) {
    return each(variables, true, Samples::usual);
  }

  /** Each variable as long, within reason, and as full of special characters as it may be. */
  static Map<String, Object> worst(List<Variable> variables) {
    return each(variables, true, variable -> worst(variable, LONGEST));
  }

  /** Required variables alone. */
  static Map<String, Object> least(List<Variable> variables) {
    return each(variables, false, Samples::usual);
  }

  private static Map<String, Object> each(
      List<Variable> variables, boolean all, Function<Variable, Object> value) {
    Map<String, Object> data = new LinkedHashMap<>();
    for (Variable variable : variables) {
      if (all || variable.required()) {
        data.put(
            variable.name(),
            !all && variable.kind() == Variable.Kind.LIST
                ? List.of(least(variable.fields()))
                : value.apply(variable));
      }
    }
    return data;
  }

  private static Object usual(Variable variable) {
    return variable
        .sample()
        .orElseGet(
            () ->
                switch (variable.kind()) {
                  case TEXT -> variable.name();
                  case HTML -> "<b>" + variable.name() + "</b>";
                  case NUMBER -> 2;
                  case FLAG -> true;
                  case MONEY -> "129.00 CNY";
                  case INSTANT -> "2026-11-22T08:30:00Z";
                  case LINK -> "https://shop.example/" + variable.name();
                  case LIST -> List.of(usual(variable.fields()), usual(variable.fields()));
                  case SECRET -> Secret.reference(variable.name());
                });
  }

  private static Object worst(Variable variable, int longest) {
    return switch (variable.kind()) {
      case TEXT -> filled(Math.min(variable.longest(), longest));
      case HTML -> "<b>" + "x".repeat(Math.min(variable.longest(), 10 * longest)) + "</b>";
      case NUMBER -> 123_456_789_012L;
      case FLAG -> true;
      case MONEY -> "123456789012.99 CNY";
      case INSTANT -> "2026-11-22T08:30:00+14:00";
      case LINK -> "https://shop.example/?q=" + "x".repeat(1_500);
      case LIST -> {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_ITEMS, variable.longest()); i++) {
          items.add(each(variable.fields(), true, field -> worst(field, LONGEST_IN_ITEM)));
        }
        yield items;
      }
      case SECRET -> Secret.reference(variable.name());
    };
  }

  /** So many characters, special ones first. */
  private static String filled(int longest) {
    String text = WORST.repeat(longest / 10 + 1);
    return text.substring(0, text.offsetByCodePoints(0, longest));
  }
}
