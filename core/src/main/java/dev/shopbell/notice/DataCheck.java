package dev.shopbell.notice;

import dev.shopbell.internal.Nearest;
import dev.shopbell.internal.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds data against the variables that a type declares, and lists every problem at once. */
final class DataCheck {
  private static final Pattern MONEY = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,4})? [A-Z]{3}");

  private final List<String> problems = new ArrayList<>();
  private String first = "";

  private DataCheck() {}

  static void check(String type, List<Variable> variables, Map<String, Object> data) {
    DataCheck check = new DataCheck();
    check.values("data", variables, data);
    if (!check.problems.isEmpty()) {
      throw new InvalidNoticeException(
          check.first,
          check.problems.get(0).substring(check.first.length() + 1) + check.others(type));
    }
  }

  private String others(String type) {
    List<String> rest = problems.subList(1, Math.min(problems.size(), 10));
    return (rest.isEmpty() ? "" : "; " + String.join("; ", rest)) + " (notice type " + type + ")";
  }

  private void values(String path, List<Variable> variables, Map<?, ?> data) {
    for (Variable variable : variables) {
      Object value = data.get(variable.name());
      String at = path + "." + variable.name();
      if (value != null) {
        value(at, variable, value);
      } else if (variable.required()) {
        problem(at, "is missing: give " + variable.kind().wanted());
      }
    }
    List<String> names = variables.stream().map(Variable::name).toList();
    for (Object name : data.keySet()) {
      if (!names.contains(name)) {
        problem(path + "." + name, "is not declared: " + Nearest.hint(String.valueOf(name), names));
      }
    }
  }

  private void value(String path, Variable variable, Object value) {
    if (!fits(variable, value)) {
      problem(path, "is " + described(value) + ": give " + variable.kind().wanted());
    } else if (size(value) > variable.longest()) {
      problem(path, "is %,d long: at most %,d".formatted(size(value), variable.longest()));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        item(path + "[" + i + "]", variable, list.get(i));
      }
    }
  }

  private static int size(Object value) {
    return value instanceof String text
        ? text.codePointCount(0, text.length())
        : value instanceof List<?> list ? list.size() : 0;
  }

  private void item(String path, Variable list, @Nullable Object item) {
    if (item instanceof Map<?, ?> map) {
      values(path, list.fields(), map);
    } else {
      problem(path, "is " + described(item) + ": give a map");
    }
  }

  private static boolean fits(Variable variable, Object value) {
    return switch (variable.kind()) {
      case TEXT, HTML -> value instanceof String text && isVisible(text);
      case NUMBER -> value instanceof Number;
      case FLAG -> value instanceof Boolean;
      case MONEY -> value instanceof String text && isMoney(text);
      case INSTANT -> value instanceof String text && isInstant(text);
      case LINK -> value instanceof String text && isLink(text);
      case LIST -> value instanceof List<?> list && !(variable.required() && list.isEmpty());
      case SECRET -> value instanceof Secret;
    };
  }

  /** False for what would show as nothing: white space, controls, zero-width characters. */
  private static boolean isVisible(String text) {
    return text.codePoints().anyMatch(c -> !Text.isNothing(c));
  }

  private static boolean isMoney(String text) {
    if (!MONEY.matcher(text).matches()) {
      return false;
    }
    try {
      Currency.getInstance(text.substring(text.length() - 3));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isInstant(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isLink(String text) {
    try {
      URI uri = new URI(text);
      return "https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String described(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof String text) {
      return !isVisible(text) ? "blank text" : "text of another form";
    }
    if (value instanceof List<?> list) {
      return list.isEmpty() ? "an empty list" : "a list";
    }
    return value instanceof Map ? "a map" : "of the kind " + value.getClass().getSimpleName();
  }

  private void problem(String path, String text) {
    if (problems.isEmpty()) {
      first = path;
    }
    problems.add(path + " " + text);
  }
}
