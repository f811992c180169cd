package dev.shopbell.internal;

import java.util.Objects;

/** Checks on single lines of text, and how a refused value is shown in an error. */
public final class Text {
  private static final int SHOWN = 60;

  private Text() {}

  /**
   * Returns the value when it is one visible line of at most {@code max} characters.
   *
   * @throws IllegalArgumentException when it is blank, too long, or holds a control character, a
   *     line separator or half of a surrogate pair; the message never repeats the value
   */
  public static String line(String what, String value, int max) {
    Objects.requireNonNull(value, what);
    if (value.isBlank()) {
      throw new IllegalArgumentException(what + " is blank: give 1 to " + max + " characters");
    }
    return optionalLine(what, value, max);
  }

  /** As {@link #line}, but an empty value is allowed. */
  public static String optionalLine(String what, String value, int max) {
    Objects.requireNonNull(value, what);
    if (value.length() > max) {
      throw new IllegalArgumentException(
          what + " has " + value.length() + " characters: at most " + max + " are allowed");
    }
    int at = firstBreak(value);
    if (at >= 0) {
      throw new IllegalArgumentException(
          "%s holds U+%04X at index %s: line breaks, control characters and lone surrogates are not allowed here"
              .formatted(what, (int) value.charAt(at), at));
    }
    return value;
  }

  /** The index of the first character that cannot stand in one line of text, or -1. */
  public static int firstBreak(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isISOControl(c)
          || c == '\u2028'
          || c == '\u2029'
          || Character.isSurrogate(c)) {
        return i;
      }
    }
    return -1;
  }

  /** True when every character is one of ASCII's. */
  public static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  /**
   * The text without white space and invisible characters at its ends, as they come with a paste.
   */
  public static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isNothing(text.charAt(from))) {
      from++;
    }
    while (to > from && isNothing(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** True for white space of any script and for characters that show as nothing. */
  public static boolean isNothing(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }

  /** The value in quotes for an error message: one line, shortened, without control characters. */
  public static String quoted(String value) {
    String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    return '"' + shown.replaceAll("[\\p{Cc}\\u2028\\u2029]", "\uFFFD") + '"';
  }
}
