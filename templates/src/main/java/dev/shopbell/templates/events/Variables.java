package dev.shopbell.templates.events;

import dev.shopbell.notice.Secret;
import dev.shopbell.notice.Variable;
import dev.shopbell.notice.Variable.Kind;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The variables that a record's components declare. A component that is a record is a list of one,
 * so that a template can open it; a list of texts has items with a {@code line}; an enum is a flag
 * for each of its constants, so that each language has its own words for them; all are required,
 * since a notice without any of them would say nothing.
 */
final class Variables {
  private static final Map<Class<?>, Kind> KINDS =
      Map.of(
          String.class, Kind.TEXT,
          int.class, Kind.NUMBER,
          Integer.class, Kind.NUMBER,
          boolean.class, Kind.FLAG,
          Money.class, Kind.MONEY,
          Instant.class, Kind.INSTANT,
          URI.class, Kind.LINK,
          Secret.class, Kind.SECRET);

  private static final int LONGEST_LINE = 200;

  private Variables() {}

  static List<Variable> of(Class<? extends Record> type) {
    List<Variable> variables = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (Part.class.isAssignableFrom(component.getType())) {
        variables.addAll(of(component.getType().asSubclass(Record.class)));
      } else if (component.getType().isEnum()) {
        variables.addAll(flags(component));
      } else {
        variables.add(variable(component));
      }
    }
    return variables;
  }

  private static List<Variable> flags(RecordComponent component) {
    return Arrays.stream(component.getType().getEnumConstants())
        .map(constant -> flag(component.getName(), (Enum<?>) constant))
        .map(name -> Variable.of(name, Kind.FLAG))
        .toList();
  }

  /** The flag that stands for a constant: {@code problem}, {@code NO_FUNDS}: problemNoFunds. */
  static String flag(String component, Enum<?> constant) {
    return component
        + Arrays.stream(constant.name().split("_"))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
  }

  private static Variable variable(RecordComponent component) {
    boolean isOptional = component.getType() == Optional.class;
    Type type = isOptional ? argument(component.getGenericType()) : component.getGenericType();
    Variable variable = variable(component.getName(), type);
    Longest longest = component.getAnnotation(Longest.class);
    if (longest != null) {
      variable = variable.longest(longest.value());
    }
    boolean canLack = isOptional || component.isAnnotationPresent(MayBeEmpty.class);
    return canLack ? variable.optional() : variable;
  }

  private static Variable variable(String name, Type type) {
    if (type instanceof ParameterizedType) {
      Class<?> item = (Class<?>) argument(type);
      return item == String.class
          ? Variable.list(name, Variable.of("line", Kind.TEXT).longest(LONGEST_LINE))
          : list(name, item);
    }
    Class<?> plain = (Class<?>) type;
    Kind kind = KINDS.get(plain);
    return kind == null ? list(name, plain).longest(1) : Variable.of(name, kind);
  }

  private static Variable list(String name, Class<?> item) {
    return Variable.list(name, of(item.asSubclass(Record.class)).toArray(Variable[]::new));
  }

  private static Type argument(Type type) {
    return Objects.requireNonNull(((ParameterizedType) type).getActualTypeArguments()[0]);
  }
}
