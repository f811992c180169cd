package dev.shopbell.templates;

/**
 * A text of a template that is read tag by tag: a field's own, or a partial's.
 *
 * @param where what it is part of, for errors
 * @param depth how many partials stand around it
 */
record Page(String where, String text, int depth) {
  /** Whether that stands right before a place. */
  boolean isAfter(String before, int at) {
    return text.startsWith(before, at - before.length());
  }

  /** An error that names the line. */
  IllegalArgumentException refused(int at, String problem) {
    long line = text.substring(0, at).lines().count();
    return new IllegalArgumentException(
        "template %s, line %s: %s".formatted(where, Math.max(line, 1), problem));
  }
}
