package dev.shopbell.suppression;

import java.util.ArrayList;
import java.util.List;

/** Reads a list of lines, and says which of them cannot be read. */
final class SuppressionLines {
  private SuppressionLines() {}

  static List<SuppressedAddress> read(List<String> lines) {
    List<SuppressedAddress> entries = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        entries.add(entry(line, i + 1));
      }
    }
    return entries;
  }

  private static SuppressedAddress entry(String line, int number) {
    try {
      return SuppressedAddress.read(line);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "line " + number + " of the suppression list cannot be read: " + e.getMessage(), e);
    }
  }
}
