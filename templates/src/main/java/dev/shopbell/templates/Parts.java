package dev.shopbell.templates;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a file of several parts, each begun by a line {@code --- name}. */
final class Parts {
  private static final String MARK = "--- ";

  private Parts() {}

  /**
   * The parts by name, in their order, without the blank lines around them.
   *
   * @param file its name, for errors
   * @throws IllegalArgumentException when text stands before the first mark, or a name is used
   *     twice
   */
  static Map<String, String> of(String file, String text) {
    Map<String, StringBuilder> parts = new LinkedHashMap<>();
    StringBuilder part = new StringBuilder();
    parts.put("", part);
    for (String line : text.lines().toList()) {
      if (line.startsWith(MARK)) {
        part = new StringBuilder();
        String name = line.substring(MARK.length()).strip();
        if (parts.put(name, part) != null) {
          throw new IllegalArgumentException(file + " has part " + name + " twice: keep one");
        }
      } else {
        part.append(line).append('\n');
      }
    }
    if (!parts.get("").toString().isBlank()) {
      throw new IllegalArgumentException(
          file + " has text before its first part: begin with --- name");
    }
    parts.remove("");
    Map<String, String> stripped = new LinkedHashMap<>();
    parts.forEach((name, lines) -> stripped.put(name, lines.toString().strip()));
    return stripped;
  }
}
