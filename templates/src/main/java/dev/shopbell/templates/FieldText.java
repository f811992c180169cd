package dev.shopbell.templates;

import java.util.Objects;

/**
 * One field of a message that is no letter, such as {@code thing1} of a WeChat template.
 *
 * @param text its template, one line
 * @param longest how many characters its provider takes; what is longer is cut, with an ellipsis
 */
public record FieldText(String text, int longest) {
  public FieldText {
    Objects.requireNonNull(text, "text");
    if (longest < 1 || longest > 10_000) {
      throw new IllegalArgumentException(
          "a field of at most " + longest + " characters cannot be: give 1 to 10,000");
    }
  }
}
