package dev.shopbell.templates.mustache;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items that names are looked up in, the innermost last. */
final class Contexts {
  private @Nullable Object[] items = new Object[12];
  private int size;

  /** How many items and names have been looked at since this was last set to 0. */
  int looks;

  void push(@Nullable Object item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    items[size++] = item;
  }

  void pop() {
    size--;
  }

  /** Puts another item in the place of the innermost. */
  void replace(@Nullable Object item) {
    items[size - 1] = item;
  }

  /** What a path leads to; null when nothing. */
  @Nullable Object find(String[] path) {
    if (path.length == 0) {
      return items[size - 1];
    }
    Object found = first(path[0]);
    for (int i = 1; i < path.length && found != null; i++) {
      looks++;
      found = found instanceof Map<?, ?> map ? map.get(path[i]) : null;
    }
    return found;
  }

  private @Nullable Object first(String name) {
    for (int i = size - 1; i >= 0; i--) {
      looks++;
      if (items[i] instanceof Map<?, ?> map) {
        Object found = map.get(name);
        if (found != null || map.containsKey(name)) {
          return found;
        }
      }
    }
    return null;
  }
}
