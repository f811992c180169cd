package dev.shopbell.templates.events;

import dev.shopbell.notice.Secret;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A record's components as plain data; what is empty is not there. */
final class EventData {
  private EventData() {}

  static Map<String, Object> of(Record record) {
    Map<String, Object> data = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = value(record, component);
      if (value instanceof Part part) {
        data.putAll(of((Record) part));
      } else if (value instanceof Enum<?> constant) {
        for (Object other : component.getType().getEnumConstants()) {
          data.put(Variables.flag(component.getName(), (Enum<?>) other), other == constant);
        }
      } else {
        Optional<?> given = value instanceof Optional<?> optional ? optional : Optional.of(value);
        given
            .map(EventData::plain)
            .filter(plain -> !plain.equals(List.of()))
            .ifPresent(plain -> data.put(component.getName(), plain));
      }
    }
    return data;
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      return Objects.requireNonNull(component.getAccessor().invoke(record), component.getName());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("component " + component.getName() + " cannot be read", e);
    }
  }

  private static Object plain(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(EventData::item).toList();
    }
    if (value instanceof Record record && !(value instanceof Money)) {
      return List.of(of(record));
    }
    boolean isPlain =
        value instanceof Number || value instanceof Boolean || value instanceof Secret;
    return isPlain ? value : value.toString();
  }

  private static Map<String, Object> item(Object item) {
    return item instanceof Record record ? of(record) : Map.of("line", item);
  }
}
