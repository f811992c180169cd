package dev.shopbell.templates.mustache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers equal things, from 0 in the order in which they come. */
final class Ids<T> {
  private final Map<T, Integer> ids = new HashMap<>();
  private final List<T> all = new ArrayList<>();

  /** The number of a thing, a new one if it has none yet. */
  int of(T thing) {
    Integer known = ids.get(thing);
    if (known != null) {
      return known;
    }
    ids.put(thing, all.size());
    all.add(thing);
    return all.size() - 1;
  }

  boolean has(T thing) {
    return ids.containsKey(thing);
  }

  T get(int id) {
    return all.get(id);
  }

  int size() {
    return all.size();
  }

  List<T> all() {
    return all;
  }
}
