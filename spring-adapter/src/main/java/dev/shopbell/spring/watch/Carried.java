package dev.shopbell.spring.watch;

import java.util.HashMap;
import java.util.Map;

/** What a tracer gives to be stored with a notice, kept within bounds. */
final class Carried {
  private static final int MOST = 8;
  private static final int LONGEST_NAME = 64;

  /** As long as a tracestate may be (W3C Trace Context, section 3.3.1.5). */
  private static final int LONGEST_VALUE = 512;

  private final Map<String, String> values = new HashMap<>();

  /** Takes one; what is too long, or one too many, is left out. */
  void put(String name, String value) {
    boolean fits = name.length() <= LONGEST_NAME && value.length() <= LONGEST_VALUE;
    if (fits && (values.containsKey(name) || values.size() < MOST)) {
      values.put(name, value);
    }
  }

  Map<String, String> values() {
    return Map.copyOf(values);
  }
}
